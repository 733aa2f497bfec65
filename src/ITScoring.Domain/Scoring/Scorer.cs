using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Rankings;

namespace ITScoring.Domain.Scoring;

/// <summary>Scores cohorts: a pure function of set and answers (sections 5 and 6 of the format).</summary>
public static class Scorer
{
    /// <summary>Version of the engine, written into result packages; raised with any change that could move a point, a rank or a class.</summary>
    public const string Version = "1.0";

    /// <summary>Scores and ranks all agencies of a cohort.</summary>
    public static CohortResult Score(CriteriaSet set, Cohort cohort)
    {
        var facts = new Facts[cohort.Agencies.Count];
        var bests = new Dictionary<string, Bests>();
        for (var i = 0; i < facts.Length; i++)
        {
            var agency = cohort.Agencies[i];
            facts[i] = Facts.Of(set, agency.Answers, agency.Previous, traced: true);
            if (!bests.TryGetValue(agency.Block, out var block))
                bests.Add(agency.Block, block = new Bests(set.BestRules.Count, provisional: false));
            Offer(set, facts[i], block, agency.Code);
        }

        var drafts = new ScoreSheet[facts.Length];
        for (var i = 0; i < facts.Length; i++)
            drafts[i] = Sheet(set, cohort.Agencies[i], facts[i], bests[cohort.Agencies[i].Block]);
        return new CohortResult(set, Ranking.Of(set, drafts, cohort), bests);
    }

    /// <summary>Scores one agency alone, unranked: best-of-cohort rules compare with the greater of its own value and last year's published best.</summary>
    /// <param name="lastPublishedBest">By criterion code, or <c>CODE/of/1</c> for a part; a missing one is not compared with.</param>
    public static ScoreSheet ScoreProvisionally(
        CriteriaSet set, CohortAgency agency, IReadOnlyDictionary<string, Rational> lastPublishedBest)
    {
        var facts = Facts.Of(set, agency.Answers, agency.Previous, traced: true);
        var bests = new Bests(set.BestRules.Count, provisional: true);
        Offer(set, facts, bests, agency.Code);
        foreach (var (_, rule) in set.BestRules)
        {
            if (lastPublishedBest.TryGetValue(rule.Key, out var best))
                bests.Offer(rule.Index, best, agency: null);
        }

        return Sheet(set, agency, facts, bests);
    }

    private static void Offer(CriteriaSet set, Facts facts, Bests bests, string agency)
    {
        foreach (var (criterion, rule) in set.BestRules)
        {
            if ((criterion.AppliesWhen is null || criterion.AppliesWhen.Holds(facts)) && rule.Value.TryNumber(facts, out var value))
                bests.Offer(rule.Index, value, agency);
        }
    }

    private static ScoreSheet Sheet(CriteriaSet set, CohortAgency agency, Facts facts, Bests bests)
    {
        var criteria = new CriterionScore[set.Criteria.Count];
        foreach (var criterion in set.Criteria)
            criteria[criterion.Index] = new CriterionScore(set, criterion, facts, bests);
        var totals = Totals.Of(set, criterion => criteria[criterion.Index].Points);
        return new ScoreSheet
        {
            AgencyCode = agency.Code,
            Block = agency.Block,
            Total = totals.Total,
            ApplicableMax = totals.ApplicableMax,
            RankingScore = totals.RankingScore,
            Class = totals.Class,
            Groups = totals.Groups,
            Criteria = criteria,
        };
    }
}
