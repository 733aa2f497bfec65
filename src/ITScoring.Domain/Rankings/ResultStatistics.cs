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
}
