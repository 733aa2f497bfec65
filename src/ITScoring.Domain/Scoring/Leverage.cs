using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring.Rules;

namespace ITScoring.Domain.Scoring;

/// <summary>
/// How much one agency's figures weigh on the others': what the points of a criterion with a best-of-cohort rule would be if the answers of the
/// agency that holds a block's best were absent. Both results are the engine's.
/// </summary>
public static class Leverage
{
    /// <summary>One for each agency that holds a best, in the order of the cohort; none when the criterion compares with no best.</summary>
    public static IReadOnlyList<LeverageOfBest> Of(CriteriaSet set, Cohort cohort, Criterion criterion)
    {
        var keys = criterion.Rule.All.OfType<BestOfCohortRule>().Select(rule => rule.Key).ToList();
        var found = new List<LeverageOfBest>();
        foreach (var block in keys.Count == 0 ? [] : cohort.Agencies.GroupBy(agency => agency.Block))
        {
            var agencies = block.ToList();
            var now = Scorer.Score(set, new Cohort(agencies));
            var bests = now.BestsOf(block.Key).Where(best => keys.Contains(best.Key) && best.Value.Value.Sign > 0).Select(best => best.Value).ToList();
            foreach (var holder in agencies.Where(agency => bests.Exists(best => best.AgencyCodes.Contains(agency.Code))))
            {
                var then = Scorer.Score(set, new Cohort([.. agencies.Select(agency => agency == holder ? agency with { Answers = null } : agency)]));
                found.Add(new LeverageOfBest(
                    holder.Code,
                    bests.TrueForAll(best => !best.AgencyCodes.Contains(holder.Code) || best.AgencyCodes.Count > 1),
                    [
                        .. now.Sheets.Zip(then.Sheets).Where(pair => pair.First.AgencyCode != holder.Code)
                            .Select(pair => (pair.First.AgencyCode, Now: pair.First.Criterion(criterion.Code).Points, Then: pair.Second.Criterion(criterion.Code).Points))
                            .Where(change => change is { Now: not null, Then: not null } && change.Now != change.Then)
                            .Select(change => new PointsChange(change.AgencyCode, change.Now!.Value, change.Then!.Value)),
                    ]));
            }
        }

        return found;
    }
}
