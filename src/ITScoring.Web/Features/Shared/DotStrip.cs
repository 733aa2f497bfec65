using System.Numerics;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Shared;

/// <summary>Values of agencies as dots on a scale. The table beside it says the same in numbers.</summary>
/// <param name="Title">What is drawn, in one sentence.</param>
/// <param name="Description">Lowest, highest and whom to look at.</param>
/// <param name="Ticks">Marks of the scale, from left to right.</param>
public sealed record DotStrip(string Title, string Description, IReadOnlyList<Dot> Dots, IReadOnlyList<(double At, string Text)> Ticks)
{
    private const int Steps = 4;
    private const int MostLevels = 9;

    /// <summary>How many dots stand on the lowest one where most stand on each other.</summary>
    public int Height => Dots.Select(d => d.Level).DefaultIfEmpty().Max();

    /// <param name="values">Who, the value, whether it is an outlier, whether it is the one looked at.</param>
    /// <param name="text">A value as people read it.</param>
    /// <param name="share">The values are shares of a whole; the scale is then 0 to 100 %, and more if there is more.</param>
    /// <param name="natural">The lowest or highest value that there can be, if there is one.</param>
    public static DotStrip Of(
        string title, IReadOnlyList<(string Name, Rational Value, bool IsOutlier, bool IsCurrent)> values, Func<Rational, string> text, bool share, Rational? natural)
    {
        var all = values.Select(v => v.Value).Append(Rational.Zero).Append(natural ?? Rational.Zero).ToList();
        var (low, high) = (all.Min(), all.Max());
        if (low == high)
            high = Rational.One;
        // A scale with natural ends is quartered; others end at round numbers.
        var step = (high - low) / Steps;
        if (natural is null || values.Any(v => v.Value < Rational.Min(Rational.Zero, natural.Value) || v.Value > Rational.Max(Rational.Zero, natural.Value)))
        {
            step = Round(step);
            (low, high) = (Floor(low / step) * step, -Floor(-high / step) * step);
        }

        double At(Rational value) => ((value - low) / (high - low) * 100).ToPoints().Hundredths / 100.0;

        var ticks = new List<(double, string)>();
        for (var tick = low; tick <= high; tick += step)
            ticks.Add((At(tick), share ? VietnameseNumber.Of(tick * 100) + "%" : VietnameseNumber.Of(tick)));
        // Dots at the same place stand on each other, the one looked at on top.
        var dots = values.OrderBy(v => v.IsCurrent).GroupBy(v => Math.Round(At(v.Value), 1))
            .SelectMany(same => same.Select((v, i) => new Dot(same.Key, Math.Min(i, MostLevels), v.Name, text(v.Value), v.IsOutlier, v.IsCurrent))).OrderBy(d => d.IsCurrent).ToList();
        return new DotStrip(title, Describe(values, text), dots, ticks);
    }

    private static string Describe(IReadOnlyList<(string Name, Rational Value, bool IsOutlier, bool IsCurrent)> values, Func<Rational, string> text)
    {
        if (values.Count == 0)
            return "Chưa có số liệu.";
        var parts = new List<string> { $"{values.Count} cơ quan, thấp nhất {text(values.Min(v => v.Value))}, cao nhất {text(values.Max(v => v.Value))}" };
        parts.AddRange(values.Where(v => v.IsCurrent).Select(v => $"{v.Name} {text(v.Value)}"));
        var outliers = values.Where(v => v.IsOutlier).Select(v => $"{v.Name} {text(v.Value)}").ToList();
        parts.Add(outliers.Count == 0 ? "không có khác biệt lớn" : $"khác biệt lớn: {string.Join(", ", outliers)}");
        return string.Join("; ", parts) + ".";
    }

    /// <summary>The least of 1, 2, 2,5 and 5 times a power of ten that is not below the wanted distance.</summary>
    private static Rational Round(Rational least)
    {
        Rational power = 1;
        while (power >= least)
            power /= 10;
        while (power * 10 < least)
            power *= 10;
        return new[] { power, power * 2, power * Rational.Of(5, 2), power * 5 }.Append(power * 10).First(step => step >= least);
    }

    private static Rational Floor(Rational value)
    {
        var whole = BigInteger.DivRem(value.Numerator, value.Denominator, out var rest);
        return Rational.Of(rest.Sign < 0 ? whole - 1 : whole, 1);
    }
}
