using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ITScoring.Web.Reports;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Reports;

/// <summary>The workbook of a form as a spreadsheet program meets it.</summary>
public sealed class FormWorkbookTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_Open_XML_validator_finds_nothing(bool filled)
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "110"), ("A07", """[{"name":"Kế toán","year":2018}]"""));
        if (filled)
            await survey.CompleteAsync();
        using var stream = new MemoryStream(await survey.WorkbookAsync(portal));
        using var document = SpreadsheetDocument.Open(stream, false);

        foreach (var version in new[] { FileFormatVersions.Office2010, FileFormatVersions.Office2019 })
        {
            var errors = new OpenXmlValidator(version).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ToList();
            Assert.True(errors.Count == 0, string.Join('\n', errors.Take(20)));
        }
    }

    [Fact]
    public async Task Only_answers_and_notes_of_the_agency_are_open_and_everything_else_is_protected()
    {
        var survey = await Survey.OpenAsync(portal);
        var book = await survey.WorkbookAsync(portal);
        book.Edit(b =>
        {
            Assert.Equal(["Hướng dẫn", "Phần A", "Phần B", "_danhmuc", FormWorkbookStamp.SheetName], b.Worksheets.Select(s => s.Name));
            Assert.All(b.Worksheets, s => Assert.True(s.Protection.IsProtected, $"{s.Name} is not protected."));
            Assert.Equal(["_danhmuc", FormWorkbookStamp.SheetName], b.Worksheets.Where(s => s.Visibility == XLWorksheetVisibility.VeryHidden).Select(s => s.Name));
            var a = b.Worksheet(SurveyWorkbooks.A);
            Assert.Equal(
                ["E4", "F4", "E5", "F5", "E6", "F6", "E7", "F7", "E8", "F8", "F9", "E10", "E11", "E12", "E13", "F13", .. Enumerable.Range(15, 8).SelectMany(r => new[] { $"B{r}", $"D{r}", $"E{r}", $"F{r}" }), "E23", "F23", "E24", "F24", "E25", "F25"],
                Open(a));
            // B04 is the inspector's, B05 the system's.
            Assert.Equal(["E4", "F4", "E5", "F5", "E6", "F6"], Open(b.Worksheet(SurveyWorkbooks.B)));
            Assert.Equal("Đúng hạn", b.Worksheet(SurveyWorkbooks.B).Cell("E8").GetString());
            Assert.Matches("Nội dung được sao lưu\r?\nChỉ trả lời khi A05 .+Tự động", a.Cell("B9").GetString());
        });
    }

    [Fact]
    public async Task Rules_offer_the_words_and_hold_the_bounds_with_a_sentence()
    {
        var survey = await Survey.OpenAsync(portal);
        (await survey.WorkbookAsync(portal)).Edit(b =>
        {
            var sheet = b.Worksheet(SurveyWorkbooks.A);
            var rules = sheet.DataValidations.SelectMany(r => r.Ranges.SelectMany(x => x.Cells()).Select(c => (At: c.Address.ToString()!, Rule: r))).ToDictionary(r => r.At, r => r.Rule);
            Assert.Equal((XLAllowedValues.WholeNumber, "1", "5000", XLErrorStyle.Stop, "Nhập số nguyên từ 1 đến 5.000 (người)."), Of(rules["E4"]));
            Assert.Equal((XLAllowedValues.WholeNumber, "0", "IF(COUNT('Phần A'!$E$4)=1,'Phần A'!$E$4,999999999999999)", XLErrorStyle.Warning, "Nhập số nguyên từ 0 đến A01 (máy)."), Of(rules["E5"]));
            Assert.Equal((XLAllowedValues.Decimal, "0", "10000", XLErrorStyle.Stop, "Nhập số từ 0 đến 10.000 (Mbps)."), Of(rules["E6"]));
            Assert.Equal("\"Có,Không\"", rules["E7"].MinValue);
            Assert.Equal("'_danhmuc'!$A$1:$A$3", rules["E8"].MinValue);
            Assert.Equal(["Tự động", "Thủ công", "Không sao lưu"], b.Worksheet("_danhmuc").Range("A1:A3").Cells().Select(c => c.GetString()));
            Assert.Equal("\"Có,Không\"", rules["E11"].MinValue);
            Assert.Equal("\"Không có dòng nào\"", rules["E13"].MinValue);
            Assert.Equal(XLAllowedValues.Date, rules["E15"].AllowedValues);
            Assert.Equal((XLAllowedValues.TextLength, "60"), (rules["E23"].AllowedValues, rules["E23"].MinValue));
        });
    }

    [Fact]
    public async Task It_prints_on_A4_under_a_repeated_head_and_shows_last_years_values()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "110"), ("A06", "[\"b\"]"), ("A07", """[{"name":"Kế toán","year":2018}]"""), ("A10", "\"2025-01-15\""));
        (await survey.WorkbookAsync(portal)).Edit(b =>
        {
            var sheet = b.Worksheet(SurveyWorkbooks.A);
            Assert.Equal((XLPaperSize.A4Paper, XLPageOrientation.Landscape, 1, 3), (sheet.PageSetup.PaperSize, sheet.PageSetup.PageOrientation, sheet.PageSetup.PagesWide, sheet.PageSetup.LastRowToRepeatAtTop));
            Assert.Equal(3, sheet.SheetView.SplitRow);
            Assert.Equal(["110", "Không", "Có", "Không", "15/01/2025"], new[] { "D4", "D10", "D11", "D12", "D25" }.Select(c => sheet.Cell(c).GetString()));
            Assert.Contains("Kỳ trước: 1 dòng: Kế toán, 2018", sheet.Cell("B13").GetString());
            Assert.Equal("dd/mm/yyyy", sheet.Cell("E25").Style.DateFormat.Format);
            var cover = string.Join('\n', b.Worksheet("Hướng dẫn").CellsUsed().Select(c => c.GetString()));
            Assert.Contains("từ 01/12/2025 đến hết 30/11/2026", cover);
            Assert.DoesNotContain("minh họa", cover, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task No_part_of_it_holds_a_figure_of_another_agency()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("sct.daumoi", ("A03", "8765.43"), ("A08", "\"chỉ Sở Công Thương biết\""));
        await survey.AnswerAsync("stc.daumoi", ("A03", "1234.56"));
        using var archive = new ZipArchive(new MemoryStream(await survey.WorkbookAsync(portal)));
        var parts = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            parts.Append(await reader.ReadToEndAsync());
        }

        Assert.Contains("1234.56", parts.ToString());
        foreach (var theirs in new[] { "8765", "Công Thương", "SCT" })
            Assert.DoesNotContain(theirs, parts.ToString());
    }

    private static (XLAllowedValues, string, string, XLErrorStyle, string) Of(IXLDataValidation rule) => (rule.AllowedValues, rule.MinValue, rule.MaxValue, rule.ErrorStyle, rule.ErrorMessage);

    private static IEnumerable<string> Open(IXLWorksheet sheet) =>
        sheet.CellsUsed(XLCellsUsedOptions.All).Where(c => !c.Style.Protection.Locked).OrderBy(c => c.Address.RowNumber).ThenBy(c => c.Address.ColumnNumber).Select(c => c.Address.ToString()!);
}
