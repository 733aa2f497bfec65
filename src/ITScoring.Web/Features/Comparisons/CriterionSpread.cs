using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Comparisons;

/// <summary>
/// One criterion across agencies: the value by which they are compared (what the rule measures, else the verified points) and how far each
/// lies from the middle of its block. Agencies are compared with those of their own block, as in the ranking.
/// </summary>
public sealed class CriterionSpread
{
    private readonly Dictionary<string, Rational> _values = [];
    private readonly Dictionary<string, RobustScores> _blocks;

    /// <param name="verified">The agencies that have handed in and may be seen, with their verified scores of the criterion.</param>
    public CriterionSpread(Criterion criterion, IReadOnlyCollection<(PeriodAgency Agency, CriterionScore Score)> verified)
    {
        Criterion = criterion;
        foreach (var (agency, score) in verified)
        {
            if ((IsMeasured ? score.Measure : score.Points?.ToRational()) is { } value)
                _values.Add(agency.Code, value);
        }

        Points = [.. verified.Select(v => v.Score.Points).OfType<Points>().Order()];
        _blocks = verified.Select(v => v.Agency).GroupBy(a => a.BlockCode).ToDictionary(b => b.Key, b => RobustScores.Of([.. b.Where(a => _values.ContainsKey(a.Code)).Select(a => _values[a.Code])]));
        Outliers = verified.Count(v => IsOutlier(v.Agency));
    }

    public Criterion Criterion { get; }

    /// <summary>Whether what the rule measures is compared, not the points.</summary>
    public bool IsMeasured => Criterion.Rule.Measure is not null;

    /// <summary>Verified points of those to whom the criterion applies, lowest first.</summary>
    public IReadOnlyList<Points> Points { get; }

    public int Outliers { get; }

    /// <summary>From the lowest to the highest points; null: there are none.</summary>
    public Points? Range => Points.Count == 0 ? null : Points[^1] - Points[0];

    /// <summary>Null: the value is undefined, or the criterion does not apply.</summary>
    public Rational? ValueOf(PeriodAgency agency) => _values.TryGetValue(agency.Code, out var value) ? value : null;

    public RobustScores? OfBlock(string blockCode) => _blocks.GetValueOrDefault(blockCode);

    public Rational? ScoreOf(PeriodAgency agency) => ValueOf(agency) is { } value ? OfBlock(agency.BlockCode)?.ScoreOf(value) : null;

    public bool IsOutlier(PeriodAgency agency) => ValueOf(agency) is { } value && OfBlock(agency.BlockCode)?.IsOutlier(value) == true;
}
