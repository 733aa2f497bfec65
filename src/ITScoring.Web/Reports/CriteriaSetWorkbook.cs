using System.Globalization;
using System.Text.Json;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Reports.Sheets;

namespace ITScoring.Web.Reports;

/// <summary>
/// A criteria set, or a draft of one, as a workbook (xlsx) that can be filled in and read again by <see cref="CriteriaSetSheets"/>: a sheet for the head
/// and the way to fill it, then one for each list of the format. Headings stand in row 1, hints in row 2, lines from row 3 on.
/// </summary>
public static class CriteriaSetWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>As many lines have dropdowns.</summary>
    private const int LastRow = 2000;

    /// <summary>What a cell can hold of a text.</summary>
    private const int MaxLetters = 32_767;

    private const double Space = 4;

    /// <summary>Dropdowns and messages end at as many letters.</summary>
    private const int MaxMessage = 255;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 256, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static byte[] Write(CriteriaSet set) => Write(CriteriaSetFile.Write(set));

    /// <param name="json">A set in its format, UTF-8; it need not be whole.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static byte[] Write(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            json = json[3..];
        using var document = JsonDocument.Parse(json, Lenient);
        var lines = new SetSheetLines(document.RootElement);
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = FormWorkbookStyle.Font;
        workbook.Style.Font.FontSize = 12;
        workbook.Style.Font.FontColor = FormWorkbookStyle.Ink;
        workbook.Properties.Author = "";
        workbook.Properties.LastModifiedBy = "";
        workbook.Properties.Title = lines.Head.TryGetValue("title", out var title) ? title.Text : SetSheetPlan.Head.Name;
        var head = workbook.AddWorksheet(SetSheetPlan.Head.Name);
        var cut = new List<string>();
        foreach (var sheet in SetSheetPlan.Lines)
            Sheet(workbook.AddWorksheet(sheet.Name), sheet, lines.Of(sheet), cut);
        CriteriaSetWorkbookCover.Write(head, lines.Head, cut);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        Mend(stream);
        return stream.ToArray();
    }

    /// <summary>Puts a value into a cell as what it is; a text stays one whatever it looks like.</summary>
    /// <param name="isText">Whether the cell has the look of texts already.</param>
    /// <returns>False: the text is longer than a cell can hold and was cut.</returns>
    internal static bool Put(IXLCell cell, WorkbookCell value, bool isText)
    {
        switch (value)
        {
            case { Kind: WorkbookCellKind.Date, Day: { } day }:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue)).Style.DateFormat.Format = "dd/mm/yyyy";
                return true;
            case { Kind: WorkbookCellKind.Number }:
                cell.SetValue(double.Parse(value.Text, CultureInfo.InvariantCulture));
                if (isText)
                    cell.Style.NumberFormat.Format = "General";
                return true;
            default:
                var text = value.Text.Length <= MaxLetters ? value.Text : value.Text[..MaxLetters];
                if (isText)
                    cell.SetValue(text);
                else
                    cell.SetText(text);
                return value.Text.Length <= MaxLetters;
        }
    }

    /// <summary>Whether a column has the look of texts: codes such as 1.10 and expressions such as -1 stay what was typed.</summary>
    internal static bool IsText(SetSheetColumn column) => column.Kind is not (SetSheetKind.Number or SetSheetKind.Whole);

    private static void Sheet(IXLWorksheet target, SetSheet sheet, IReadOnlyList<Dictionary<string, WorkbookCell>> lines, List<string> cut)
    {
        for (var i = 0; i < sheet.Columns.Length; i++)
            Column(target, sheet, i);
        target.Row(SetSheet.HeadRow).Height = sheet.Columns.Max(c => FormWorkbookStyle.HeightOf(c.Heading, c.Width)) + Space;
        target.Row(SetSheet.HintRow).Height = sheet.Columns.Max(c => FormWorkbookStyle.HeightOf(c.Hint, c.Width, isSmall: true)) + Space;
        for (var r = 0; r < lines.Count; r++)
        {
            var (row, height) = (SetSheet.HintRow + 1 + r, 0.0);
            for (var i = 0; i < sheet.Columns.Length; i++)
            {
                if (!lines[r].TryGetValue(sheet.Columns[i].Key, out var value))
                    continue;
                var cell = target.Cell(row, i + 1);
                if (!Put(cell, value, IsText(sheet.Columns[i])))
                    cut.Add($"ô {cell.Address} trang {sheet.Name}");
                height = Math.Max(height, FormWorkbookStyle.HeightOf(value.Text, sheet.Columns[i].Width));
            }

            target.Row(row).Height = Math.Min(height, 400) + Space;
        }

        target.SheetView.Freeze(SetSheet.HintRow, 1);
        target.PageSetup.PaperSize = XLPaperSize.A4Paper;
        target.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        target.PageSetup.FitToPages(1, 0);
        target.PageSetup.SetRowsToRepeatAtTop(SetSheet.HeadRow, SetSheet.HeadRow);
        target.PageSetup.Footer.Left.AddText(sheet.Name);
        target.PageSetup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
    }

    private static void Column(IXLWorksheet target, SetSheet sheet, int index)
    {
        var column = sheet.Columns[index];
        target.Column(index + 1).Width = column.Width;
        // Cells take the look of their column; one by one it would take long.
        target.Column(index + 1).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        if (IsText(column))
            target.Column(index + 1).Style.NumberFormat.Format = TextCells.Format;
        target.Cell(SetSheet.HeadRow, index + 1).SetText(column.Heading).Style.Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(FormWorkbookStyle.Head)
            .Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        target.Cell(SetSheet.HintRow, index + 1).SetText(column.Hint).Style.Font.SetItalic().Font.SetFontSize(10).Font.SetFontColor(FormWorkbookStyle.Muted)
            .Fill.SetBackgroundColor(FormWorkbookStyle.Locked).Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        var list = column.Words is { } words ? $"\"{string.Join(',', words.Words)}\""
            : column.From is { } from ? $"'{from}'!$A${SetSheet.HintRow + 1}:$A${LastRow}"
            : null;
        if (list is null)
            return;
        var rule = target.Range(SetSheet.HintRow + 1, index + 1, LastRow, index + 1).SetDataValidation();
        rule.List(list, inCellDropdown: true);
        rule.IgnoreBlanks = true;
        rule.ErrorStyle = column.Words is null ? XLErrorStyle.Warning : XLErrorStyle.Stop;
        rule.ErrorTitle = "Ô này chưa đúng";
        var message = column.Words is { } accepted ? $"Chọn một trong: {string.Join(", ", accepted.Words)}." : $"Chọn mã có ở trang {column.From}.";
        rule.ErrorMessage = message.Length <= MaxMessage ? message : message[..(MaxMessage - 1)] + "…";
        rule.ShowErrorMessage = true;
    }

    /// <summary>What the writing library leaves: widths of columns out of their order, and rows to repeat on paper as relative ones, which not every program takes.</summary>
    private static void Mend(Stream stream)
    {
        using var document = SpreadsheetDocument.Open(stream, isEditable: true);
        foreach (var name in document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>())
            name.Text = name.Text.Replace($"!{SetSheet.HeadRow}:{SetSheet.HeadRow}", $"!${SetSheet.HeadRow}:${SetSheet.HeadRow}", StringComparison.Ordinal);
        WorkbookMending.SortColumns(document);
    }
}
