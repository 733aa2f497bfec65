using ClosedXML.Excel;

namespace ITScoring.Web.Reports.Sheets;

/// <summary>Text in the cells of workbooks.</summary>
internal static class TextCells
{
    /// <summary>Of cells whose content is never read as anything but text; to be set before the content.</summary>
    public const string Format = "@";

    /// <summary>Text stays text, also where it looks like a formula, a number or a day.</summary>
    public static IXLCell SetText(this IXLCell cell, string text)
    {
        cell.Style.NumberFormat.Format = Format;
        return cell.SetValue(text);
    }
}
