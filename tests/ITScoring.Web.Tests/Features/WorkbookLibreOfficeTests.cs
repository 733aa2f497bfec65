using System.Text;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Features;

/// <summary>The workbook goes through a real spreadsheet program and comes back.</summary>
public sealed class WorkbookLibreOfficeTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private static readonly (string Code, string Json)[] Everything =
        [.. Survey.Complete, ("A08", "\"Phòng Tin học & Tổ “CNTT”\""), ("A09", "\"https://noibo.example.invalid/\""), ("A10", "\"2026-01-15\"")];

    [LibreOfficeFact]
    public async Task Saved_by_LibreOffice_without_an_edit_it_changes_nothing()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", Everything);

        var page = await survey.UploadAsync(portal, await LibreOffice.ConvertAsync(await survey.WorkbookAsync(portal), "xlsx", "xlsx"));

        Assert.True(page.HasHeading("Không có gì thay đổi"), page.ToString());
    }

    [LibreOfficeFact]
    public async Task Edited_in_LibreOffice_exactly_the_edited_cells_come_back()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", Everything);
        // The document as LibreOffice holds it, with other contents in four cells, then saved by it as a workbook.
        var open = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(await survey.WorkbookAsync(portal), "xlsx", "fods"));
        foreach (var (before, after) in new[]
        {
            ("office:value=\"240.5\"", "office:value=\"1234.56\""), ("office:date-value=\"2026-01-15\"", "office:date-value=\"2026-02-03\""),
            ("<text:p>Phòng Tin học &amp; Tổ “CNTT”</text:p>", "<text:p>Trung tâm Tin học</text:p>"), ("<text:p>Lưu trữ</text:p>", "<text:p>Lưu trữ điện tử</text:p>"),
        })
        {
            Assert.Equal(2, open.Split(before).Length);
            open = open.Replace(before, after, StringComparison.Ordinal);
        }

        var page = await survey.UploadAsync(portal, await LibreOffice.ConvertAsync(Encoding.UTF8.GetBytes(open), "fods", "xlsx"));

        Assert.Equal(["A03", "A07", "A08", "A10"], page.Lines("Thay đổi").Select(l => l[0][..3]));
        Assert.Equal(4, page.All("main tbody tr").Count);
        await page.PressAsync("Ghi các ô đã chọn");
        Assert.Equal(
            ("1234.56", """[{"name":"Kế toán","year":2019},{"name":"Lưu trữ điện tử","year":2021}]""", "\"Trung tâm Tin học\"", "\"2026-02-03\""),
            (await survey.ValueAsync("A03"), await survey.ValueAsync("A07"), await survey.ValueAsync("A08"), await survey.ValueAsync("A10")));
    }
}
