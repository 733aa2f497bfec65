using System.IO.Compression;
using System.Text;
using ITScoring.Web.Reports;
using ITScoring.Web.Tests.Commands;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

/// <summary>A package is checked by a page and by a command, with the same words.</summary>
public sealed class VerifyTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task The_page_says_that_a_published_package_matches()
    {
        using var browser = portal.Browser();
        foreach (var (package, extent) in new[] { (await PackageAsync("package-full.zip"), "Đã tính lại toàn bộ điểm của 21 cơ quan từ câu trả lời trong gói"), (await PackageAsync("package.zip"), "Gói không có câu trả lời của các cơ quan") })
        {
            var page = (await browser.UploadAsync("/verify", "package", "goi.zip", package)).Expect(200);

            Assert.True(page.HasHeading("Khớp"));
            Assert.Contains(extent, page.Text);
            Assert.Contains("Đánh giá mức độ ứng dụng CNTT năm 2018, công bố lần 1, Quyết định số 0000/QĐ-UBND ngày 26/04/2019", page.Text);
            Assert.Contains("Dữ liệu minh họa", page.Text);
            Assert.Contains("giống từng byte với tệp đã công bố", page.Text);
        }
    }

    [Fact]
    public async Task One_changed_digit_is_named_by_page_and_command()
    {
        var changed = Changed(await PackageAsync("package-full.zip"), "result.json", text => text.Replace("\"rankingScore\": \"8", "\"rankingScore\": \"9", StringComparison.Ordinal));
        using var browser = portal.Browser();

        var page = (await browser.UploadAsync("/verify", "package", "goi.zip", changed)).Expect(200);
        Assert.True(page.HasHeading("Không khớp: gói đã bị thay đổi"));
        Assert.Contains("result.json: đã bị thay đổi sau khi đóng gói", page.Text);
        Assert.Matches("result.json: cơ quan [A-Z]+, điểm xếp hạng: trong gói là 9[0-9]+.[0-9]+, tính lại được 8", page.Text);
        Assert.Contains("không phải tệp đã công bố", page.Text);

        var run = await RunAsync(changed);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Không khớp: gói đã bị thay đổi.\n", run.Output);
        Assert.Contains(", điểm xếp hạng: trong gói là 9", run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task The_command_needs_nothing_but_the_package()
    {
        var run = await RunAsync(await PackageAsync("package-full.zip"));

        Assert.Equal((0, 0), (run.ExitCode, run.Errors.Count));
        Assert.StartsWith("Khớp.\nĐánh giá mức độ ứng dụng CNTT năm 2018, công bố lần 1", run.Output);
    }

    [Fact]
    public async Task What_is_no_package_or_broken_is_told_apart_from_one_that_does_not_match()
    {
        using var browser = portal.Browser();
        var whole = await PackageAsync("package-full.zip");
        var foreign = Zip(("a.txt", Encoding.UTF8.GetBytes("Xin chào")));
        foreach (var (name, content, verdict, place) in new (string, byte[], string, string)[]
        {
            ("thu.pdf", Encoding.ASCII.GetBytes("%PDF-1.7"), "Không phải gói kết quả", "không phải tệp nén ZIP"),
            ("goi.zip", whole[..(whole.Length / 2)], "Không phải gói kết quả", "bị cắt cụt"),
            ("khac.zip", foreign, "Không phải gói kết quả", "Không có tệp manifest.json"),
            ("goi.zip", Changed(whole, "cohort.json", text => text[..1000]), "Gói bị hỏng", "cohort.json: "),
        })
        {
            var page = (await browser.UploadAsync("/verify", "package", name, content)).Expect(200);
            Assert.True(page.HasHeading(verdict), page.Text);
            Assert.Contains(place, page.Text);
            var run = await RunAsync(content);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(run.Errors, e => e.Contains(place, StringComparison.Ordinal));
        }

        Assert.Contains("Chọn gói kết quả", Assert.Single((await browser.PostAsync("/verify")).Expect(422).Problems));
        Assert.Equal(2, (await CommandRun.OfAsync("verify", Path.Combine(Path.GetTempPath(), "khong-co.zip"))).ExitCode);
    }

    [Fact]
    public async Task A_decision_without_a_day_is_shown_as_it_was_written()
    {
        using var browser = portal.Browser();
        var package = Changed(await PackageAsync("package-full.zip"), "manifest.json", text => text.Replace("\"2019-04-26\"", "\"mai\"", StringComparison.Ordinal));

        Assert.Contains("Quyết định số 0000/QĐ-UBND ngày mai", (await browser.UploadAsync("/verify", "package", "goi.zip", package)).Expect(200).Text);
        Assert.Equal(0, (await RunAsync(package)).ExitCode);
    }

    [Fact]
    public async Task A_package_that_unpacks_without_end_is_refused()
    {
        using var browser = portal.Browser();
        var page = (await browser.UploadAsync("/verify", "package", "bom.zip", Zip(("manifest.json", new byte[70 * 1024 * 1024])))).Expect(200);

        Assert.Contains("Nội dung giải nén quá 64 MB", page.Text);
    }

    [Fact]
    public async Task A_signature_over_the_manifest_is_shown_and_one_over_another_is_not_believed()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=Sở Thông tin và Truyền thông (thử)", key, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(PortalTemplates.Start.AddDays(-1), PortalTemplates.Start.AddDays(1));
        var whole = await PackageAsync("package-full.zip");
        PackageZip.Check(new MemoryStream(whole), out var files);
        var signed = Zip([.. files.Select(f => (f.Key, f.Value)), ("manifest.p7s", PackageSignature.Sign(files["manifest.json"], certificate))]);
        var wrong = Zip([.. files.Select(f => (f.Key, f.Value)), ("manifest.p7s", PackageSignature.Sign([1, 2, 3], certificate))]);
        using var browser = portal.Browser();

        var page = (await browser.UploadAsync("/verify", "package", "goi.zip", signed)).Expect(200);
        Assert.True(page.HasHeading("Khớp"));
        Assert.Contains("Chữ ký số còn nguyên vẹn, người ký: CN=Sở Thông tin và Truyền thông (thử)", page.Text);
        Assert.Contains("Chữ ký số kèm gói không đúng với gói", (await browser.UploadAsync("/verify", "package", "goi.zip", wrong)).Text);
    }

    [Fact]
    public async Task Whoever_sends_package_after_package_is_told_when_to_go_on()
    {
        await using var small = new EmptyPortal { Settings = { ["RateLimits:PackageChecksPerMinute"] = "2" } };
        await small.InitializeAsync();
        using var browser = small.Browser();
        var package = Zip(("a.txt", Encoding.UTF8.GetBytes("Xin chào")));
        for (var i = 1; i <= 2; i++)
            (await browser.UploadAsync("/verify", "package", "goi.zip", package)).Expect(200);

        var refused = (await browser.UploadAsync("/verify", "package", "goi.zip", package)).Expect(429);

        Assert.Equal("Thao tác quá nhanh", refused.Heading);
        var seconds = refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.InRange(seconds, 1, 60);
        Assert.Contains("tối đa 2 gói kết quả mỗi phút", refused.Text);
        Assert.Contains($"Đợi {seconds} giây rồi gửi lại gói", refused.Text);
        // The page itself is open, and so is checking for whoever comes from elsewhere.
        (await browser.GetAsync("/verify")).Expect(200);
        using var elsewhere = small.Browser();
        (await elsewhere.UploadAsync("/verify", "package", "goi.zip", package)).Expect(200);
    }

    private static async Task<CommandRun> RunAsync(byte[] package)
    {
        var folder = Directory.CreateTempSubdirectory("itscoring-verify-");
        try
        {
            var file = Path.Combine(folder.FullName, "gói kết quả.zip");
            await File.WriteAllBytesAsync(file, package);
            return await CommandRun.OfAsync("verify", file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<byte[]> PackageAsync(string name)
    {
        using var browser = await portal.SignedInAsync("lanhdao");
        return await browser.Http.GetByteArrayAsync($"/publications/2018/1/{name}");
    }

    private static byte[] Changed(byte[] package, string path, Func<string, string> change)
    {
        PackageZip.Check(new MemoryStream(package), out var files);
        return Zip([.. files.Select(f => (f.Key, f.Key == path ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(f.Value))) : f.Value))]);
    }

    private static byte[] Zip(params (string Path, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
