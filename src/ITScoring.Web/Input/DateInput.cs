using System.Globalization;

namespace ITScoring.Web.Input;

/// <summary>Reads days as officials type them (19/12/2018, 1/2/2019, 19-12-2018) and as date pickers send them (2018-12-19).</summary>
public static class DateInput
{
    private static readonly string[] Formats = ["d/M/yyyy", "dd/MM/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];

    /// <returns>The day; empty for blank text; years before 1900 and after 2200 are refused as slips.</returns>
    public static InputResult<DateOnly> Parse(string? text)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
            return InputResult<DateOnly>.Empty;
        return DateOnly.TryParseExact(typed, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200
            ? InputResult<DateOnly>.Of(day)
            : InputResult<DateOnly>.Wrong($"Không đọc được ngày “{typed}”. Nhập theo dạng ngày/tháng/năm, ví dụ 19/12/2018.");
    }
}
