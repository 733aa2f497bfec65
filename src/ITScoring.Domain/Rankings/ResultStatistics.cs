using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Rankings;

/// <summary>Figures over the displayed ranking scores of a block, exact and rounded once to hundredths, half away from zero.</summary>
public static class ResultStatistics
{
    /// <returns>Null when there are none.</returns>
    public static Points? Mean(IReadOnlyCollection<Points> scores) =>
        scores.Count == 0 ? null : (scores.Aggregate(Rational.Zero, (sum, p) => sum + p.ToRational()) / scores.Count).ToPoints();

    /// <summary>The middle score, or the mean of the two middle ones; null when there are none.</summary>
    public static Points? Median(IReadOnlyCollection<Points> scores)
    {
        var sorted = scores.Order().ToList();
        return sorted.Count == 0 ? null
            : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
            : ((sorted[(sorted.Count / 2) - 1].ToRational() + sorted[sorted.Count / 2].ToRational()) / 2).ToPoints();
    }

    /// <summary>Mean of shares of wholes, exact; wholes of zero do not count.</summary>
    /// <returns>Null when there are none.</returns>
    public static Rational? MeanShare(IEnumerable<(Points Part, Points Whole)> shares)
    {
        var counted = shares.Where(s => s.Whole != Points.Zero).Select(s => s.Part.ToRational() / s.Whole.ToRational()).ToList();
        return counted.Count == 0 ? null : counted.Aggregate(Rational.Zero, (sum, share) => sum + share) / counted.Count;
    }
}
