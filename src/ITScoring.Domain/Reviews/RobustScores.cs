using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Reviews;

/// <summary>
/// How far values lie from the middle of their group, by the modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, ASQC 1993):
/// 0.6745 × (x − median) ÷ MAD. When more than half of the values are equal MAD is 0 and the mean absolute deviation from the median
/// takes its place: (x − median) ÷ (1.253314 × MeanAD). Exact: nothing is rounded.
/// </summary>
public sealed class RobustScores
{
    /// <summary>Fewer values than these say nothing about what is usual.</summary>
    public const int Fewest = 5;

    /// <summary>A score beyond this size is an outlier.</summary>
    public static readonly Rational Limit = Rational.Of(35, 10);

    // The deviations of a normal distribution: MAD is 0.6745 σ, MeanAD is σ ÷ 1.253314.
    private static readonly Rational MedianFactor = Rational.Of(6745, 10_000);
    private static readonly Rational MeanFactor = Rational.Of(1_253_314, 1_000_000);

    private RobustScores(int count, Rational median, Rational deviation, bool isByMean) =>
        (Count, Median, Deviation, IsByMean) = (count, median, deviation, isByMean);

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    /// <summary>The middle value, or the mean of the two middle ones; 0 when there are none.</summary>
    public Rational Median { get; }

    /// <summary>The median absolute deviation, or with <see cref="IsByMean"/> the mean one; 0 when all values are equal.</summary>
    public Rational Deviation { get; }

    /// <summary>Whether the mean absolute deviation had to take the place of the median one.</summary>
    public bool IsByMean { get; }

    /// <summary>Whether there are enough values, and not all the same.</summary>
    public bool CanTell => Count >= Fewest && !Deviation.IsZero;

    public static RobustScores Of(IReadOnlyCollection<Rational> values)
    {
        var median = MedianOf(values);
        var deviations = values.Select(value => Rational.Abs(value - median)).ToList();
        var middle = MedianOf(deviations);
        return middle.IsZero && deviations.Exists(deviation => !deviation.IsZero)
            ? new RobustScores(values.Count, median, deviations.Aggregate(Rational.Zero, (sum, deviation) => sum + deviation) / deviations.Count, isByMean: true)
            : new RobustScores(values.Count, median, middle, isByMean: false);
    }

    /// <summary>The score of one of the values; null when <see cref="CanTell"/> is false.</summary>
    public Rational? ScoreOf(Rational value) =>
        !CanTell ? null : IsByMean ? (value - Median) / (MeanFactor * Deviation) : MedianFactor * (value - Median) / Deviation;

    public bool IsOutlier(Rational value) => ScoreOf(value) is { } score && Rational.Abs(score) > Limit;

    private static Rational MedianOf(IReadOnlyCollection<Rational> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? Rational.Zero
            : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
