using System.Text;

namespace ITScoring.Web.Reports;

/// <summary>Lines of cells as CSV (RFC 4180, UTF-8 with BOM).</summary>
public static class CsvTable
{
    public static byte[] Of(IEnumerable<IEnumerable<string>> lines)
    {
        var csv = new StringBuilder();
        foreach (var line in lines)
            csv.AppendJoin(',', line.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    // A cell that a spreadsheet would take for a formula is kept as text by an apostrophe in front; points below zero are numbers.
    private static string Cell(string text)
    {
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0]) && !text.All(c => char.IsAsciiDigit(c) || c is '-' or '.'))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
