using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using ITScoring.Web.Reports;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Features;

/// <summary>Files that are refused as a whole: each with its reason and what to do, and nothing is written.</summary>
public sealed class WorkbookRefusalTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task Without_a_file_or_with_an_empty_one_the_page_asks_for_it()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path("workbook"))).Expect(422);
        Assert.Equal(["Chọn tệp phiếu (.xlsx) rồi bấm “Xem trước”."], page.Problems);
        Assert.Equal("Chọn tệp phiếu (.xlsx) rồi bấm “Xem trước”.", page.ProblemAt("Tệp phiếu đã điền (.xlsx)"));
        await RefusedAsync(survey, [], "Tệp rỗng.");
    }

    [Fact]
    public async Task Other_kinds_of_files_are_named_for_what_they_are()
    {
        var survey = await Survey.OpenAsync(portal);
        var book = await survey.WorkbookAsync(portal);
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        await RefusedAsync(survey, Encoding.UTF8.GetBytes("A01;120\nA02;90\n"), "Tệp không phải bảng tính Excel dạng .xlsx.");
        await RefusedAsync(survey, compound, "Tệp ở dạng Excel cũ (.xls).");
        await RefusedAsync(survey, [.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]], "Tệp được đặt mật khẩu");
        await RefusedAsync(survey, Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")), "Tệp ở dạng OpenDocument (.ods).");
        await RefusedAsync(survey, Zip(("a.txt", "chào")), "Tệp là tệp nén, không phải bảng tính Excel");
        await RefusedAsync(survey, Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")), "Tệp ở dạng Excel nhị phân (.xlsb).");
        await RefusedAsync(survey, book[..^200], "Tệp bị hỏng");
        await RefusedAsync(survey, [.. book[..2000], .. new byte[500], .. book[2500..]], "Tệp bị hỏng");
        await RefusedAsync(survey, new byte[WorkbookPackage.MaxBytes + 1], "Tệp lớn hơn 5 MB.");
    }

    [Fact]
    public async Task Macros_are_refused_by_part_and_by_type()
    {
        var survey = await Survey.OpenAsync(portal);
        var book = await survey.WorkbookAsync(portal);
        await RefusedAsync(survey, With(book, "xl/vbaProject.bin", "x"), "Tệp có macro.");
        await RefusedAsync(survey, With(book, "xl/macrosheets/sheet1.xml", "<x/>"), "Tệp có macro.");
        await RefusedAsync(
            survey,
            book.Rewrite("[Content_Types].xml", t => t.Replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal)),
            "Tệp có macro.");
    }

    [Fact]
    public async Task A_workbook_of_another_agency_period_or_set_is_refused()
    {
        var survey = await Survey.OpenAsync(portal);
        var other = await Survey.OpenAsync(portal);
        await RefusedAsync(survey, await survey.WorkbookAsync(portal, "sct.daumoi"), "Đây là phiếu của cơ quan có mã SCT, không phải của Sở Tài chính (STC).");
        await RefusedAsync(survey, await other.WorkbookAsync(portal), $"Đây là phiếu của kỳ đánh giá {other.Code}, không phải của kỳ {survey.Code}.");

        var book = await survey.WorkbookAsync(portal);
        await RefusedAsync(survey, Restamped(book, lines => lines[3] = ["set", "KT-THU", "2", lines[3][2]]), "Phiếu được tải theo bộ tiêu chí KT-THU, phiên bản 2; kỳ này dùng KT-THU, phiên bản 1");
        await RefusedAsync(survey, Restamped(book, lines => lines[3] = ["set", "KT-THU", "1", new string('0', 64)]), "hoặc nội dung bộ tiêu chí đã khác");
        await RefusedAsync(survey, Restamped(book, lines => lines[0] = [lines[0][0], "2"]), "Phiếu được tải từ một phiên bản khác của cổng (dạng 2).");
        await RefusedAsync(survey, Restamped(book, lines => lines.RemoveAt(7)), "Trang tính ẩn của phiếu không có đủ các câu hỏi.");
    }

    [Fact]
    public async Task A_changed_structure_is_refused_and_says_where()
    {
        var survey = await Survey.OpenAsync(portal);
        var book = await survey.WorkbookAsync(portal);
        await RefusedAsync(survey, book.Edit(b => b.Worksheet(FormWorkbookStamp.SheetName).Delete()), "đã mất trang tính ẩn");
        await RefusedAsync(survey, book.Edit(b => b.Worksheet(FormWorkbookStamp.SheetName).Cell("C8").SetValue("7")), "Trang tính ẩn của phiếu đã bị sửa");
        await RefusedAsync(survey, book.Edit(b => b.Worksheet(SurveyWorkbooks.B).Delete()), "thiếu trang “Phần B”");
        await RefusedAsync(survey, book.Edit(b => b.Worksheet(SurveyWorkbooks.A).Row(5).InsertRowsAbove(1)), "trang “Phần A”, ô A5 phải là mã A02, đang trống");
        await RefusedAsync(survey, book.Type((SurveyWorkbooks.A, "A5", "A01")), "trang “Phần A”, ô A5 phải là mã A02, đang là “A01”");
        await RefusedAsync(survey, book.Type((SurveyWorkbooks.A, "A40", "A01")), "trang “Phần A”, ô A40 thừa mã “A01”");
        await RefusedAsync(survey, book.Edit(b => b.Worksheet(SurveyWorkbooks.A).Column(5).InsertColumnsBefore(1)), "trang “Phần A”, ô E3 phải là tiêu đề cột “Trả lời”, đang trống");
        await RefusedAsync(survey, book.Type((SurveyWorkbooks.A, "D14", "Tên phần mềm")), "ô D14 phải là cột “Năm sử dụng” của câu A07, đang là “Tên phần mềm”");
        await RefusedAsync(survey, With([], "x", "y"), "Tệp là tệp nén");
    }

    private async Task RefusedAsync(Survey survey, byte[] file, string reason)
    {
        var page = (await survey.UploadAsync(portal, file)).Expect(422);
        Assert.Contains(reason, Assert.Single(page.Problems));
        Assert.False(page.HasButton("Ghi các ô đã chọn"));
        Assert.StartsWith("Lỗi: ", page.Title);
        Assert.Null(await survey.AnswerAsync("A01"));
    }

    /// <summary>A workbook whose stamp says something else, with the right sum.</summary>
    private static byte[] Restamped(byte[] book, Action<List<List<string>>> change) => book.Edit(b =>
    {
        var sheet = b.Worksheet(FormWorkbookStamp.SheetName);
        var lines = sheet.RowsUsed().Select(r => r.CellsUsed().Select(c => c.GetString()).ToList()).ToList();
        change(lines);
        lines[^1] = ["end", FormWorkbookStamp.Sum(lines.SkipLast(1))];
        sheet.Clear(XLClearOptions.Contents);
        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = 0; j < lines[i].Count; j++)
                sheet.Cell(i + 1, j + 1).SetValue(lines[i][j]);
        }
    });

    private static byte[] Zip(params (string Name, string Text)[] parts) => parts.Aggregate(Array.Empty<byte>(), (zip, part) => With(zip, part.Name, part.Text));

    private static byte[] With(byte[] zip, string name, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, zip.Length == 0 ? ZipArchiveMode.Create : ZipArchiveMode.Update, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry(name).Open()))
            writer.Write(text);
        return stream.ToArray();
    }
}
