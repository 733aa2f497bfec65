using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring.Rules;

namespace ITScoring.Domain.Scoring;

/// <summary>A scored cohort.</summary>
public sealed class CohortResult
{
    private readonly IReadOnlyDictionary<string, Bests> _bests;

    internal CohortResult(CriteriaSet set, IReadOnlyList<ScoreSheet> sheets, IReadOnlyDictionary<string, Bests> bests) =>
        (Set, Sheets, _bests) = (set, sheets, bests);

    public CriteriaSet Set { get; }

    /// <summary>In the order of the cohort.</summary>
    public IReadOnlyList<ScoreSheet> Sheets { get; }

    /// <summary>
    /// What the best-of-cohort rules of a block compared with, by <see cref="Rule.Key"/>: the criterion's code, or
    /// <c>CODE/of/1</c> for a part. Rules for which nobody in the block has a value are missing.
    /// </summary>
    public IReadOnlyDictionary<string, CohortBest> BestsOf(string block)
    {
        var bests = new Dictionary<string, CohortBest>();
        if (!_bests.TryGetValue(block, out var found))
            return bests;
        foreach (var (_, rule) in Set.BestRules)
        {
            if (found.Of(rule.Index) is { } best)
                bests.Add(rule.Key, best);
        }

        return bests;
    }
}
