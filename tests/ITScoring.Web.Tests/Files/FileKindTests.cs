using System.Security.Cryptography;
using ITScoring.Domain.Files;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Files;

/// <summary>What a file is follows from its content; what is refused is named, with the reason and the remedy.</summary>
public sealed class FileKindTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    public static readonly TheoryData<string, FileKind, string> Kinds = new()
    {
        { "pdf", FileKind.Pdf, "application/pdf" },
        { "png", FileKind.Png, "image/png" },
        { "jpeg", FileKind.Jpeg, "image/jpeg" },
        { "docx", FileKind.Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "xlsx", FileKind.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { "zip", FileKind.Zip, "application/zip" },
    };

    public static readonly TheoryData<string, string, string> Refused = new()
    {
        { "empty", "bao-cao.pdf", "tệp rỗng" },
        { "html", "bao-cao.pdf", "nội dung không phải PDF, DOCX" },
        { "text", "ảnh.png", "nội dung không phải PDF, DOCX" },
        { "svg", "ảnh.png", "nội dung không phải PDF, DOCX" },
        { "program", "Kế hoạch.pdf", "chương trình chạy được" },
        { "elf", "Kế hoạch.docx", "chương trình chạy được" },
        { "old-word", "Kế hoạch.docx", "Office kiểu cũ (.doc, .xls) hoặc tệp Office có mật khẩu" },
        { "docm", "Kế hoạch.docx", "có macro" },
        { "hidden-macros", "Kế hoạch.docx", "có macro" },
        { "pptx", "Trình chiếu.docx", "không phải DOCX hay XLSX" },
        { "rar", "Hồ sơ.zip", "RAR, 7z hoặc GZIP" },
        { "encrypted-zip", "Hồ sơ.zip", "có mật khẩu" },
        { "zip-with-exe", "Hồ sơ.zip", "“thu-muc/cai-dat.EXE”" },
        { "zip-with-renamed-exe", "Hồ sơ.zip", "“anh.jpg”" },
        { "zip-with-shortcut", "Hồ sơ.zip", "“bao-cao.pdf.lnk. ”" },
        { "zip-with-docm", "Hồ sơ.zip", "“ke-hoach.docm”" },
        { "zip-in-zip", "Hồ sơ.zip", "có tệp nén khác bên trong (“trong.zip”)" },
        { "zip-in-zip-renamed", "Hồ sơ.zip", "có tệp nén khác bên trong (“trong.dat”)" },
        { "zip-climbing", "Hồ sơ.zip", "đường dẫn lạ" },
        { "zip-bomb", "Hồ sơ.zip", "bom nén" },
        { "lying-zip", "Hồ sơ.zip", "bị hỏng" },
        { "cut-zip", "Hồ sơ.zip", "bị hỏng" },
        { "empty-zip", "Hồ sơ.zip", "không có tệp nào bên trong" },
        { "many-parts", "Hồ sơ.zip", "quá nhiều mục" },
        { "zip-after-page", "bao-cao.pdf", "nội dung không phải PDF, DOCX" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_is_taken_for_what_it_is_whatever_its_name_says(string sample, FileKind kind, string type)
    {
        var survey = await Survey.OpenAsync(portal);
        var content = Good(sample);

        var page = await portal.UploadAsync(survey, "A02", ("Số liệu 2026.exe", content));

        Assert.Equal(200, page.Status);
        Assert.StartsWith("“Số liệu 2026.exe” đã lưu", page.Notice);
        var document = Assert.Single(await portal.DocumentsAsync(survey));
        Assert.Equal((kind, content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content))), (document.File!.Kind, document.File.Size, document.File.Sha256));
        Assert.Contains($"{kind.Name()}, ", page.Text);
        Assert.Contains("chưa kiểm tra vi-rút", page.Text);
        using var served = await (await portal.BrowserOfAsync("stc.daumoi")).Http.GetAsync($"/files/{document.Id}");
        Assert.Equal(type, served.Content.Headers.ContentType!.ToString());
        Assert.Equal(content, await served.Content.ReadAsByteArrayAsync());
        // Nobody gets a program's name from us.
        Assert.EndsWith($".exe.{(kind == FileKind.Jpeg ? "jpg" : kind.ToString().ToLowerInvariant())}", served.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_bad_file_is_named_with_its_reason_and_the_others_of_the_upload_are_kept(string sample, string name, string reason)
    {
        var survey = await Survey.OpenAsync(portal);
        var good = Samples.PdfOf(sample);

        var page = (await portal.UploadAsync(survey, "A02", ("Trước.pdf", good), (name, Bad(sample)), ("Ảnh chụp.png", Samples.Png))).Expect(422);

        var problem = Assert.Single(page.Problems);
        Assert.StartsWith($"“{name}” ", problem);
        Assert.Contains(reason, problem);
        Assert.EndsWith(problem, page.ProblemAt("Tệp"));
        Assert.Equal("Đã lưu 2 tệp.", page.Notice);
        Assert.Equal(["Trước.pdf", "Ảnh chụp.png"], (await portal.DocumentsAsync(survey)).Select(e => e.FileName));
        Assert.DoesNotContain(portal.InStore(), f => f.StartsWith("incoming/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ZIP_with_ordinary_documents_in_folders_is_taken()
    {
        var survey = await Survey.OpenAsync(portal);
        var zip = Samples.Zip(("Hồ sơ/", []), ("Hồ sơ/Kế hoạch.docx", Samples.Docx), ("Hồ sơ/ảnh/1.png", Samples.Png), ("Hồ sơ/Biên bản.pdf", Samples.Pdf), ("Hồ sơ/lớn.csv", new byte[5_000_000]));

        var (status, ok, message) = await portal.SendAsync(survey, "A02", "Hồ sơ.zip", zip);

        Assert.Equal((200, true, "Đã lưu."), (status, ok, message));
    }

    private static byte[] Good(string sample) => sample switch
    {
        "pdf" => Samples.Pdf,
        "png" => Samples.Png,
        "jpeg" => Samples.Jpeg,
        "docx" => Samples.Docx,
        "xlsx" => Samples.Xlsx,
        _ => Samples.Zip(("bao-cao.pdf", Samples.Pdf)),
    };

    private static byte[] Bad(string sample) => sample switch
    {
        "empty" => [],
        "html" => "<!DOCTYPE html><script>alert(1)</script>%PDF-1.4"u8.ToArray(),
        "text" => "Không phải ảnh"u8.ToArray(),
        "svg" => "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(),
        "program" => Samples.Program,
        "elf" => Samples.Elf,
        "old-word" => Samples.OldWord,
        "docm" => Samples.Docm,
        "hidden-macros" => Samples.HiddenMacros,
        "pptx" => Samples.Pptx,
        "rar" => [.. "Rar!\u001A\u0007\u0001\0"u8, .. new byte[100]],
        "encrypted-zip" => Samples.EncryptedZip(),
        "zip-with-exe" => Samples.Zip(("bao-cao.pdf", Samples.Pdf), ("thu-muc/cai-dat.EXE", "x"u8.ToArray())),
        "zip-with-renamed-exe" => Samples.Zip(("anh.jpg", Samples.Program)),
        "zip-with-shortcut" => Samples.Zip(("bao-cao.pdf.lnk. ", "x"u8.ToArray())),
        "zip-with-docm" => Samples.Zip(("ke-hoach.docm", Samples.Docm)),
        "zip-in-zip" => Samples.Zip(("trong.zip", Samples.Zip(("a.exe", Samples.Program)))),
        "zip-in-zip-renamed" => Samples.Zip(("trong.dat", Samples.Zip(("a.exe", Samples.Program)))),
        "zip-climbing" => Samples.Zip(("../../etc/bao-cao.pdf", Samples.Pdf)),
        // 30 MB of nothing in some 30 KB.
        "zip-bomb" => Samples.Zip(("a.txt", new byte[30_000_000])),
        "lying-zip" => Samples.LyingZip(),
        "cut-zip" => Samples.Zip(("a.pdf", Samples.Pdf))[..^30],
        "empty-zip" => Samples.Zip(),
        "many-parts" => Samples.Zip([.. Enumerable.Range(0, 5001).Select(i => ($"{i}.txt", "x"u8.ToArray()))]),
        "zip-after-page" => [.. "<html></html>"u8, .. Samples.Zip(("a.pdf", Samples.Pdf))],
        _ => throw new ArgumentOutOfRangeException(nameof(sample), sample, null),
    };
}
