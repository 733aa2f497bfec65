using System.Globalization;

namespace ITScoring.Domain.Scoring;

/// <summary>Rounded points as they are shown and stored: whole hundredths of a point.</summary>
/// <param name="Hundredths">12.35 points are 1235; may be negative in adjustments.</param>
public readonly record struct Points(long Hundredths) : IComparable<Points>
{
    public static readonly Points Zero;

    /// <summary>Exactly two decimals with a decimal point, <c>812.35</c>; never <c>-0.00</c>.</summary>
    public override string ToString()
    {
        var size = UInt128.CreateTruncating(Int128.Abs(Hundredths));
        return string.Create(CultureInfo.InvariantCulture, $"{(Hundredths < 0 ? "-" : "")}{size / 100}.{(int)(size % 100):00}");
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a decimal with at most two decimals.</exception>
    public static Points Parse(string text)
    {
        var value = Rational.Parse(text);
        var points = value.ToPoints();
        return points.ToRational() == value ? points : throw new FormatException($"{text} has more than two decimals.");
    }

    /// <summary>As on screen: <c>1.234,50</c>.</summary>
    public string ToVietnamese() => VietnameseNumber.Of(this);

    public Rational ToRational() => Rational.Of(Hundredths, 100);

    public int CompareTo(Points other) => Hundredths.CompareTo(other.Hundredths);

    public static Points operator +(Points a, Points b) => new(checked(a.Hundredths + b.Hundredths));

    public static Points operator -(Points a, Points b) => new(checked(a.Hundredths - b.Hundredths));

    public static Points operator -(Points a) => new(checked(-a.Hundredths));

    public static bool operator <(Points a, Points b) => a.Hundredths < b.Hundredths;

    public static bool operator >(Points a, Points b) => a.Hundredths > b.Hundredths;

    public static bool operator <=(Points a, Points b) => a.Hundredths <= b.Hundredths;

    public static bool operator >=(Points a, Points b) => a.Hundredths >= b.Hundredths;
}
