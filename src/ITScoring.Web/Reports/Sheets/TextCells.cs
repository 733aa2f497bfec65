using ClosedXML.Excel;

namespace ITScoring.Web.Reports.Sheets;

/// <summary>Text in the cells of workbooks.</summary>
internal static class TextCells
{
    /// <summary>Text stays text, also where it looks like a formula, a number or a day.</summary>
    public static IXLCell SetText(this IXLCell cell, string text)
    {
        cell.Style.NumberFormat.Format = "@";
        return cell.SetValue(text);
    }
}
