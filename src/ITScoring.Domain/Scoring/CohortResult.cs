using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Scoring;

/// <summary>A scored cohort.</summary>
public sealed class CohortResult
{
    internal CohortResult(CriteriaSet set, IReadOnlyList<ScoreSheet> sheets) => (Set, Sheets) = (set, sheets);

    public CriteriaSet Set { get; }

    /// <summary>In the order of the cohort.</summary>
    public IReadOnlyList<ScoreSheet> Sheets { get; }

    /// <summary>What the best-of-cohort rules of a block compared with, by key: the criterion's code, or <c>CODE/of/1</c> for a part. Rules for which nobody has a value are missing.</summary>
    public IReadOnlyDictionary<string, CohortBest> BestsOf(string block) => throw new NotImplementedException();
}
