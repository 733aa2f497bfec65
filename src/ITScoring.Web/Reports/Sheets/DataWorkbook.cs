using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;

namespace ITScoring.Web.Reports.Sheets;

/// <summary>Data sheets as an Excel workbook: real numbers and days, frozen heads, filters, set widths, ready for A4 landscape.</summary>
public static class DataWorkbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int HeadRow = 4;
    private const double Space = 6;

    /// <param name="notice">Stands on every sheet and page; null: none.</param>
    /// <param name="progress">Told of every row and of the packing at the end, which counts as much as all rows; null: nobody waits.</param>
    public static byte[] Write(string title, string? notice, IReadOnlyList<DataSheet> sheets, WritingProgress? progress = null)
    {
        progress?.Begin(2 * sheets.Sum(s => s.Rows.Count));
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = FormWorkbookStyle.Font;
        workbook.Style.Font.FontSize = 12;
        workbook.Style.Font.FontColor = FormWorkbookStyle.Ink;
        workbook.Properties.Author = "";
        workbook.Properties.LastModifiedBy = "";
        workbook.Properties.Title = title;
        foreach (var sheet in sheets)
            Add(workbook.AddWorksheet(sheet.Name), sheet, title, notice, progress);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            WorkbookMending.SortColumns(document);
        return stream.ToArray();
    }

    private static void Add(IXLWorksheet target, DataSheet sheet, string title, string? notice, WritingProgress? progress)
    {
        target.Cell(1, 1).SetText(sheet.Title).Style.Font.SetBold().Font.SetFontSize(15).Font.SetFontColor(FormWorkbookStyle.Head);
        target.Cell(2, 1).SetText(notice is null ? title : $"{title}. {notice}.").Style.Font.SetFontColor(FormWorkbookStyle.Muted);
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var column = sheet.Columns[i];
            target.Column(i + 1).Width = column.Width;
            target.Cell(HeadRow, i + 1).SetText(column.Heading).Style.Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(FormWorkbookStyle.Head)
                .Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetHorizontal(column.Kind == DataKind.Text ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Center);
        }

        target.Row(HeadRow).Height = sheet.Columns.Max(c => FormWorkbookStyle.HeightOf(c.Heading, c.Width)) + Space;
        // A style is put together once for a column and kind of value, and given to all other cells as it is.
        var styles = new Dictionary<(int Column, Type? Kind), IXLStyle>();
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            Row(target, sheet, r, styles);
            progress?.Step();
        }

        var last = HeadRow + Math.Max(1, sheet.Rows.Count);
        var table = target.Range(HeadRow, 1, last, sheet.Columns.Count);
        table.SetAutoFilter();
        table.Style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(FormWorkbookStyle.Line);
        target.SheetView.Freeze(HeadRow, sheet.Fixed);
        target.PageSetup.PaperSize = XLPaperSize.A4Paper;
        target.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        target.PageSetup.FitToPages(1, 0);
        target.PageSetup.SetRowsToRepeatAtTop(HeadRow, HeadRow);
        target.PageSetup.Margins.SetTop(0.6).SetBottom(0.7).SetLeft(0.6).SetRight(0.5).SetHeader(0.3).SetFooter(0.3);
        if (notice is not null)
            target.PageSetup.Footer.Left.AddText(notice.Replace("&", "&&", StringComparison.Ordinal));
        target.PageSetup.Footer.Right.AddText("Trang ");
        target.PageSetup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        target.PageSetup.Footer.Right.AddText("/");
        target.PageSetup.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    private static void Row(IXLWorksheet target, DataSheet sheet, int r, Dictionary<(int Column, Type? Kind), IXLStyle> styles)
    {
        var height = 0.0;
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var (column, value) = (sheet.Columns[i], sheet.Rows[r][i]);
            var cell = target.Cell(HeadRow + 1 + r, i + 1);
            if (styles.TryGetValue((i, value?.GetType()), out var style))
                cell.Style = style;
            else
                styles[(i, value?.GetType())] = Style(cell, column, value);
            switch (value)
            {
                case null:
                    break;
                case string text:
                    cell.SetValue(text);
                    height = Math.Max(height, FormWorkbookStyle.HeightOf(text, column.Width));
                    break;
                case DateOnly day:
                    cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
                    break;
                default:
                    cell.SetValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));
                    break;
            }
        }

        if (height > 0)
            target.Row(HeadRow + 1 + r).Height = height + Space;
    }

    private static IXLStyle Style(IXLCell cell, DataColumn column, object? value)
    {
        cell.Style.Border.SetTopBorder(XLBorderStyleValues.Hair).Border.SetBottomBorder(XLBorderStyleValues.Hair).Border.SetLeftBorder(XLBorderStyleValues.Hair).Border.SetRightBorder(XLBorderStyleValues.Hair)
            .Border.SetTopBorderColor(FormWorkbookStyle.Line).Border.SetBottomBorderColor(FormWorkbookStyle.Line).Border.SetLeftBorderColor(FormWorkbookStyle.Line).Border.SetRightBorderColor(FormWorkbookStyle.Line);
        switch (value)
        {
            case null:
                break;
            case string:
                cell.Style.NumberFormat.Format = TextCells.Format;
                cell.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
                break;
            case DateOnly:
                cell.Style.DateFormat.Format = "dd/mm/yyyy";
                break;
            default:
                cell.Style.NumberFormat.Format = column.Kind switch { DataKind.Points => "#,##0.00", DataKind.Whole => "#,##0", _ => "#,##0.######" };
                break;
        }

        return cell.Style;
    }
}
