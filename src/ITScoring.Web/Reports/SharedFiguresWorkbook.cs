using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>The template for figures of shared systems (xlsx): a line for each agency, a column for each question, to be filled and imported.</summary>
public static class SharedFiguresWorkbook
{
    private const int TextRow = 3;
    private const int HeadRow = 4;
    private const int FixedColumns = 2;
    private const double CodeWidth = 14;
    private const double NameWidth = 46;
    private const double QuestionWidth = 18;
    private const double Space = 6;

    public static byte[] Of(Period period, IReadOnlyList<Question> questions)
    {
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = FormWorkbookStyle.Font;
        workbook.Style.Font.FontSize = 12;
        workbook.Style.Font.FontColor = FormWorkbookStyle.Ink;
        workbook.Properties.Author = "";
        workbook.Properties.LastModifiedBy = "";
        workbook.Properties.Title = period.Title;
        var sheet = workbook.AddWorksheet("Số liệu");
        Heads(sheet, period, questions);
        Lines(sheet, period, questions);
        sheet.SheetView.Freeze(HeadRow, FixedColumns);
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            WorkbookMending.SortColumns(document);
        return stream.ToArray();
    }

    private static void Heads(IXLWorksheet sheet, Period period, IReadOnlyList<Question> questions)
    {
        sheet.Column(1).Width = CodeWidth;
        sheet.Column(2).Width = NameWidth;
        sheet.Cell(1, 1).SetText("Số liệu hệ thống dùng chung. " + period.Title).Style.Font.SetBold().Font.SetFontSize(15).Font.SetFontColor(FormWorkbookStyle.Head);
        sheet.Cell(2, 1).SetText((period.IsDemo ? DemoNotice.Text + ". " : "") + "Điền số liệu lấy từ một hệ thống; ô để trống thì không nhập. Không đổi dòng tiêu đề có mã câu.").Style.Font.SetFontColor(FormWorkbookStyle.Muted);
        var heads = new[] { "Cơ quan", "Tên cơ quan" }.Concat(questions.Select(q => q.Unit is null ? q.Code : $"{q.Code} ({q.Unit})")).ToList();
        for (var i = 0; i < heads.Count; i++)
        {
            var head = sheet.Cell(HeadRow, i + 1).SetText(heads[i]);
            head.Style.Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(FormWorkbookStyle.Head).Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
            head.Style.Alignment.SetHorizontal(i < FixedColumns ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Center);
        }

        for (var i = 0; i < questions.Count; i++)
        {
            sheet.Column(FixedColumns + i + 1).Width = QuestionWidth;
            sheet.Cell(TextRow, FixedColumns + i + 1).SetText(questions[i].Text).Style.Font.SetFontSize(10).Font.SetFontColor(FormWorkbookStyle.Muted).Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Bottom);
        }

        // Widths are set and nothing here can measure text: the longest one decides.
        sheet.Row(TextRow).Height = questions.Max(q => FormWorkbookStyle.HeightOf(q.Text, QuestionWidth, isSmall: true)) + Space;
        sheet.Row(HeadRow).Height = heads.Max(h => FormWorkbookStyle.HeightOf(h, QuestionWidth)) + Space;
    }

    private static void Lines(IXLWorksheet sheet, Period period, IReadOnlyList<Question> questions)
    {
        var row = HeadRow;
        foreach (var agency in period.Agencies.OrderBy(a => a.Order))
        {
            row++;
            sheet.Cell(row, 1).SetText(agency.Code).Style.Fill.SetBackgroundColor(FormWorkbookStyle.Locked).Font.SetBold();
            sheet.Cell(row, 2).SetText(agency.Name).Style.Fill.SetBackgroundColor(FormWorkbookStyle.Locked).Alignment.SetWrapText();
            sheet.Row(row).Height = FormWorkbookStyle.HeightOf(agency.Name, NameWidth) + Space;
            for (var i = 0; i < questions.Count; i++)
            {
                var cell = sheet.Cell(row, FixedColumns + i + 1);
                cell.Style.NumberFormat.Format = questions[i].Digits == 0 ? "#,##0" : "#,##0." + new string('#', questions[i].Digits);
                cell.Style.Fill.SetBackgroundColor(FormWorkbookStyle.Open);
            }
        }

        sheet.Range(HeadRow, 1, row, FixedColumns + questions.Count).Style.Border.SetInsideBorder(XLBorderStyleValues.Hair).Border.SetOutsideBorder(XLBorderStyleValues.Thin)
            .Border.SetInsideBorderColor(FormWorkbookStyle.Line).Border.SetOutsideBorderColor(FormWorkbookStyle.Line);
    }
}
