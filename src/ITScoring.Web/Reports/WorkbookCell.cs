using System.Globalization;

namespace ITScoring.Web.Reports;

/// <summary>A cell of a workbook, free of how a program wrote it down.</summary>
/// <param name="Text">Text as it stands; a number in plain digits with a decimal point; true or false.</param>
/// <param name="Day">The day that a number stands for in the workbook's calendar, whatever it looks like; null: none.</param>
public sealed record WorkbookCell(WorkbookCellKind Kind, string Text, DateOnly? Day = null)
{
    public static readonly WorkbookCell Empty = new(WorkbookCellKind.Empty, "");

    /// <summary>Digits that every spreadsheet program keeps of a number.</summary>
    private const int Digits = 15;

    /// <summary>First day that all programs number alike: some hold 1900 for a leap year.</summary>
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private static readonly DateOnly LastDay = new(9999, 12, 31);

    public bool IsNumber => Kind is WorkbookCellKind.Number or WorkbookCellKind.Date or WorkbookCellKind.Percent;

    public static WorkbookCell OfText(string text) => text.Length == 0 ? Empty : new(WorkbookCellKind.Text, text);

    /// <param name="plain">Plain digits with a decimal point. More of them than a program keeps are text, with a decimal comma.</param>
    public static WorkbookCell OfNumber(string plain) =>
        plain.Count(char.IsAsciiDigit) <= Digits ? new(WorkbookCellKind.Number, plain) : OfText(plain.Replace('.', ','));

    /// <summary>A day; before March 1900 as text, since programs disagree about its number.</summary>
    public static WorkbookCell OfDay(DateOnly day) => day < FirstDay
        ? OfText(day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture))
        : new(WorkbookCellKind.Date, Serial(day).ToString(CultureInfo.InvariantCulture), day);

    /// <summary>A number as it is written in a file, e.g. <c>1.1000000000000001</c> for 1,1.</summary>
    /// <param name="from1904">Whether the workbook counts days from 1904.</param>
    /// <returns>Null when it is no number of usual size.</returns>
    public static WorkbookCell? Read(string written, WorkbookCellKind kind, bool from1904)
    {
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || Math.Abs(number) >= 1e18)
            return null;
        var rounded = decimal.Parse(number.ToString("G" + Digits, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return new(kind, rounded.ToString("0.############################", CultureInfo.InvariantCulture), DayOf(Math.Floor(number), from1904));
    }

    private static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static DateOnly? DayOf(double serial, bool from1904)
    {
        // Before March 1900 the calendar of 1900 has a day that never was; nobody evaluates those years.
        var first = from1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, 30);
        return serial >= (from1904 ? 0 : Serial(FirstDay)) && serial <= LastDay.DayNumber - first.DayNumber ? first.AddDays((int)serial) : null;
    }
}
