using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ITScoring.Web.Reports;

/// <summary>What the writing library leaves in a way that not every program takes.</summary>
internal static class WorkbookMending
{
    /// <summary>Puts the widths of columns into their order.</summary>
    public static void SortColumns(SpreadsheetDocument document)
    {
        foreach (var columns in document.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet.GetFirstChild<Columns>()).OfType<Columns>())
        {
            var sorted = columns.Elements<Column>().OrderBy(c => c.Min!.Value).ToList();
            columns.RemoveAllChildren();
            columns.Append(sorted);
        }
    }
}
