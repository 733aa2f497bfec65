using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>
/// The form as a workbook (xlsx): instructions, a sheet for each section with one line per question, and two hidden sheets: the stamp and the lists
/// behind the dropdowns. Everything but open answers and notes is protected, against slips and not against will: there is no password.
/// </summary>
public static class FormWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string ListsName = "_danhmuc";

    /// <summary>Lines that a table offers below those that are filled.</summary>
    private const int SpareLines = 8;

    /// <summary>Lines of the table of a question.</summary>
    public static int LinesOf(FormWorkbookQuestion question)
    {
        var filled = question.Value is RowsAnswer rows ? rows.Rows.Count : 0;
        return question.IsOpen ? filled + SpareLines : Math.Max(filled, 1);
    }

    public static byte[] Of(FormWorkbookContent content)
    {
        using var workbook = new XLWorkbook();
        FormWorkbookStyle.Prepare(workbook, content);
        FormWorkbookCover.Write(workbook.AddWorksheet("Hướng dẫn"), content);
        var places = FormWorkbookLayout.Of(content.Set, q => content.Stamp.Marks[q.Code].Lines);
        var sheets = content.Set.Sections.ToDictionary(s => FormWorkbookLayout.SheetOf(content.Set, s), s => (Section: s, Sheet: workbook.AddWorksheet(FormWorkbookLayout.SheetOf(content.Set, s))));
        var lists = Lists(workbook.AddWorksheet(ListsName), content.Set);
        Stamp(workbook.AddWorksheet(FormWorkbookStamp.SheetName), content.Stamp);
        var byCode = places.ToDictionary(p => p.Question.Code);
        foreach (var (section, sheet) in sheets.Values)
            FormWorkbookStyle.Section(sheet, section, content);
        foreach (var place in places)
            new FormWorkbookSection(sheets[place.Sheet].Sheet, byCode, lists).Write(place, content.Questions[place.Question.Code]);
        foreach (var (_, sheet) in sheets.Values)
            FormWorkbookStyle.Finish(sheet, content);

        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        Mend(stream);
        return stream.ToArray();
    }

    /// <summary>What the writing library leaves: widths of columns out of their order, and rows to repeat on paper as relative ones, which not every program takes.</summary>
    private static void Mend(Stream stream)
    {
        using var document = SpreadsheetDocument.Open(stream, isEditable: true);
        foreach (var name in document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>())
            name.Text = name.Text.Replace($"!1:{FormWorkbookLayout.HeadRow}", $"!$1:${FormWorkbookLayout.HeadRow}", StringComparison.Ordinal);
        WorkbookMending.SortColumns(document);
    }

    /// <summary>The options of each choice, one column a question; texts may hold commas, which a list inside a cell's rule may not.</summary>
    private static Dictionary<string, IXLRange> Lists(IXLWorksheet sheet, CriteriaSet set)
    {
        var lists = new Dictionary<string, IXLRange>();
        var column = 0;
        foreach (var question in set.Questions.Where(q => q.Type == QuestionType.Choice))
        {
            column++;
            for (var i = 0; i < question.Options.Count; i++)
                sheet.Cell(i + 1, column).SetValue(FormWorkbookWords.Of(question, question.Options[i]));
            lists[question.Code] = sheet.Range(1, column, question.Options.Count, column);
        }

        sheet.Visibility = XLWorksheetVisibility.VeryHidden;
        sheet.Protect();
        return lists;
    }

    private static void Stamp(IXLWorksheet sheet, FormWorkbookStamp stamp)
    {
        var lines = stamp.ToLines();
        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = 0; j < lines[i].Count; j++)
            {
                var cell = sheet.Cell(i + 1, j + 1);
                cell.Style.NumberFormat.Format = "@";
                cell.SetValue(lines[i][j]);
            }
        }

        sheet.Visibility = XLWorksheetVisibility.VeryHidden;
        sheet.Protect();
    }
}
