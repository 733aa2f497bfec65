using System.Globalization;
using System.Text.RegularExpressions;

namespace ITScoring.Web.Input;

/// <summary>
/// Reads numbers as officials type them: <c>1.234,5</c>, <c>1234,5</c>, <c>1234.5</c> and <c>1 234,5</c>. What could be read in two ways
/// is asked back, never guessed: 9,99 must not become 999.
/// </summary>
public static partial class NumberInput
{
    private const int MaxWholeDigits = 15;
    private const int MaxDecimals = 9;

    /// <param name="text">As typed.</param>
    /// <param name="whole">Whether only whole numbers are wanted.</param>
    /// <returns>Plain digits with an optional decimal point, as JSON writes numbers; empty for blank text.</returns>
    public static InputResult<string> Parse(string? text, bool whole)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
            return InputResult<string>.Empty;
        var body = Spaces().Replace(typed.Replace('−', '-'), " ");
        var negative = body.StartsWith('-');
        if (negative || body.StartsWith('+'))
            body = body[1..].TrimStart();
        if (body.Contains(' '))
        {
            if (!SpaceGroups().IsMatch(body))
                return Wrong(typed);
            body = body.Replace(" ", "");
        }

        if (!Allowed().IsMatch(body))
            return Wrong(typed);

        string wholePart, fraction;
        var comma = body.LastIndexOf(',');
        var point = body.LastIndexOf('.');
        if (comma >= 0 && point >= 0)
        {
            // The later of the two is the decimal sign; the other must group thousands.
            var at = Math.Max(comma, point);
            (wholePart, fraction) = (body[..at], body[(at + 1)..]);
            var grouping = comma > point ? '.' : ',';
            if (!Grouped(wholePart, grouping) || fraction.Contains(grouping))
                return Wrong(typed);
            wholePart = wholePart.Replace(grouping.ToString(), "");
        }
        else if (comma < 0 && point < 0)
        {
            (wholePart, fraction) = (body, "");
        }
        else
        {
            var sign = comma >= 0 ? ',' : '.';
            var parts = body.Split(sign);
            if (parts.Length > 2)
            {
                if (!Grouped(body, sign))
                    return Wrong(typed);
                (wholePart, fraction) = (string.Concat(parts), "");
            }
            else if (Grouped(body, sign))
            {
                // 1.234 is a thousand in Vietnam where only whole numbers are wanted; anywhere else it can be misread.
                if (!(whole && sign == '.'))
                    return Ask(typed, (negative ? "-" : "") + parts[0], parts[1], whole);
                (wholePart, fraction) = (string.Concat(parts), "");
            }
            else
            {
                (wholePart, fraction) = (parts[0], parts[1]);
            }
        }

        if (wholePart.Length == 0 || (fraction.Length == 0 && (body.EndsWith(',') || body.EndsWith('.'))))
            return Wrong(typed);
        fraction = fraction.TrimEnd('0');
        if (whole && fraction.Length > 0)
            return InputResult<string>.Wrong($"“{typed}” không phải số nguyên. Nhập số nguyên, ví dụ 1234.");
        wholePart = wholePart.TrimStart('0');
        if (wholePart.Length > MaxWholeDigits || fraction.Length > MaxDecimals)
            return InputResult<string>.Wrong($"“{typed}” quá dài. Nhập nhiều nhất {MaxWholeDigits} chữ số phần nguyên và {MaxDecimals} chữ số thập phân.");
        var value = (wholePart.Length == 0 ? "0" : wholePart) + (fraction.Length > 0 ? "." + fraction : "");
        return InputResult<string>.Of(negative && value != "0" ? "-" + value : value);
    }

    private static bool Grouped(string text, char separator) =>
        (separator == ',' ? CommaGroups() : PointGroups()).IsMatch(text);

    private static InputResult<string> Wrong(string typed) =>
        InputResult<string>.Wrong($"Không đọc được số “{typed}”. Nhập chữ số, dấu phẩy cho phần thập phân, ví dụ 1234,5.");

    private static InputResult<string> Ask(string typed, string before, string after, bool whole)
    {
        var thousand = long.Parse(before + after, CultureInfo.InvariantCulture);
        return InputResult<string>.Wrong(whole
            ? $"“{typed}” có thể hiểu theo hai cách. Nếu là {thousand.ToString("N0", Thousands)} thì nhập {thousand}; câu này chỉ nhận số nguyên."
            : $"“{typed}” có thể hiểu là {thousand.ToString("N0", Thousands)} hoặc {before},{after}. Nhập {thousand} hoặc {before},{after}0.");
    }

    private static readonly NumberFormatInfo Thousands = new() { NumberGroupSeparator = "." };

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\d{1,3}( \d{3})+([.,]\d+)?$")]
    private static partial Regex SpaceGroups();

    [GeneratedRegex(@"^[0-9.,]+$")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"^[1-9]\d{0,2}(,\d{3})+$")]
    private static partial Regex CommaGroups();

    [GeneratedRegex(@"^[1-9]\d{0,2}(\.\d{3})+$")]
    private static partial Regex PointGroups();
}
