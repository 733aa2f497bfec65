using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ITScoring.Web.Reports;

/// <summary>What a workbook remembers, on a hidden sheet, of the form that it was made from.</summary>
/// <param name="SetSha256">Of the stored criteria set.</param>
/// <param name="MadeAt">UTC, to the second.</param>
/// <param name="Marks">By question code.</param>
public sealed record FormWorkbookStamp(
    string Period, string Agency, string SetCode, int SetVersion, string SetSha256, DateTime MadeAt, IReadOnlyDictionary<string, FormWorkbookMark> Marks)
{
    public const string SheetName = "_phieu";

    /// <summary>First cell of the sheet: tells this kind of workbook from others.</summary>
    public const string Kind = "itscoring/form-workbook";

    /// <summary>Raised when the layout changes; workbooks of another number are refused.</summary>
    public const int Format = 1;

    /// <summary>More lines than a workbook ever offers.</summary>
    private const int MaxLines = 1000;

    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The sheet's lines, cell by cell, all text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ToLines()
    {
        List<IReadOnlyList<string>> lines =
        [
            [Kind, Number(Format)],
            ["period", Period],
            ["agency", Agency],
            ["set", SetCode, Number(SetVersion), SetSha256],
            ["made", MadeAt.ToString(Moment, CultureInfo.InvariantCulture)],
            .. Marks.Select(m => (IReadOnlyList<string>)["question", m.Key, Number(m.Value.Version), m.Value.Value, m.Value.Note, m.Value.Shown, Number(m.Value.Lines)]),
        ];
        lines.Add(["end", Sum(lines)]);
        return lines;
    }

    /// <summary>The stamp of a sheet.</summary>
    /// <returns>Null, when a line is missing or was changed. A format number of another kind of workbook is told apart by <paramref name="format"/>.</returns>
    public static FormWorkbookStamp? Read(IReadOnlyList<IReadOnlyList<string>> lines, out int? format)
    {
        format = null;
        if (lines is not [[Kind, var number], ["period", var period], ["agency", var agency], ["set", var set, var version, var sha256], ["made", var made], .., ["end", var sum]])
            return null;
        format = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var f) ? f : null;
        if (format != Format || sum != Sum(lines.SkipLast(1)) || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var setVersion)
            || !DateTime.TryParseExact(made, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var madeAt))
            return null;
        var marks = new Dictionary<string, FormWorkbookMark>();
        foreach (var line in lines.Skip(5).SkipLast(1))
        {
            if (line is not ["question", var code, var answer, var value, var note, var shown, var many]
                || !int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var answerVersion)
                || !int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out var tableLines) || tableLines > MaxLines
                || !marks.TryAdd(code, new FormWorkbookMark(answerVersion, value, note, shown, tableLines)))
                return null;
        }

        return new FormWorkbookStamp(period, agency, set, setVersion, sha256, madeAt, marks);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of all lines before the last; shows whether one was changed by accident, and proves nothing about who wrote it.</summary>
    public static string Sum(IEnumerable<IReadOnlyList<string>> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(l => string.Join('\t', l))))).AsSpan(0, 8));
}
