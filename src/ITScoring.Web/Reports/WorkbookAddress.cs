using System.Globalization;

namespace ITScoring.Web.Reports;

/// <summary>Place of a cell in a sheet, rows and columns from 1.</summary>
public readonly record struct WorkbookAddress(int Row, int Column)
{
    private const int MaxRow = 1_048_576;
    private const int MaxColumn = 16_384;

    /// <summary>Reads E12; null for anything else and for what no sheet has.</summary>
    public static WorkbookAddress? Parse(string? text)
    {
        var (column, at) = (0, 0);
        for (; at < text?.Length && char.IsAsciiLetterUpper(text[at]) && at < 3; at++)
            column = (column * 26) + (text[at] - 'A' + 1);
        return column is > 0 and <= MaxColumn && int.TryParse(text.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= MaxRow
            ? new(row, column)
            : null;
    }

    /// <summary>$E$12, for formulas.</summary>
    public string Fixed => string.Create(CultureInfo.InvariantCulture, $"${Letters}${Row}");

    private string Letters
    {
        get
        {
            var letters = "";
            for (var rest = Column; rest > 0; rest = (rest - 1) / 26)
                letters = (char)('A' + ((rest - 1) % 26)) + letters;
            return letters;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters}{Row}");
}
