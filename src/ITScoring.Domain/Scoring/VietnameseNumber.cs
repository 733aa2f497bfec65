using System.Text;

namespace ITScoring.Domain.Scoring;

/// <summary>Numbers as they stand on screen: decimal comma, dot for thousands (1.234,50).</summary>
public static class VietnameseNumber
{
    // Non-terminating and very long decimals are cut for reading; the exact value stands beside them.
    private const int MostDecimals = 6;

    /// <summary>Two decimals: <c>1.234,50</c>.</summary>
    public static string Of(Points points) => Grouped(points.ToRational().Round(2));

    /// <summary>As many decimals as it has (<c>0,5</c>); with more than six, four and a sign that says so (<c>≈ 0,8608</c>).</summary>
    public static string Of(Rational value) =>
        value.DecimalDigits() is { } digits && digits <= MostDecimals ? Grouped(value.Round(digits)) : "≈ " + Grouped(value.Round(4));

    /// <summary>At most two decimals, for reading only: <c>1,31</c>.</summary>
    public static string Short(Rational value) => value.DecimalDigits() is { } digits && digits < 2 ? Of(value) : Grouped(value.Round(2));

    /// <summary>A share of a whole with one decimal, for reading only: <c>67,5 %</c>.</summary>
    public static string Percent(Rational value) => Grouped((value * 100).Round(1)) + " %";

    private static string Grouped((bool Negative, string Whole, string Decimals) number)
    {
        var text = new StringBuilder();
        if (number.Negative)
            text.Append('-');
        for (var i = 0; i < number.Whole.Length; i++)
        {
            if (i > 0 && (number.Whole.Length - i) % 3 == 0)
                text.Append('.');
            text.Append(number.Whole[i]);
        }

        if (number.Decimals.Length > 0)
            text.Append(',').Append(number.Decimals);
        return text.ToString();
    }
}
