using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Rankings;

namespace ITScoring.Domain.Scoring;

/// <summary>Scores cohorts: a pure function of set and answers (sections 5 and 6 of the format).</summary>
public static class Scorer
{
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
        var groups = new GroupScore[set.Groups.Count];
        var (total, applicableMax) = (Points.Zero, Points.Zero);
        for (var g = 0; g < groups.Length; g++)
        {
            var group = set.Groups[g];
            var (points, max) = (Points.Zero, Points.Zero);
            foreach (var criterion in group.Criteria)
            {
                var score = criteria[criterion.Index] = new CriterionScore(set, criterion, facts, bests);
                if (score.Points is not { } earned)
                    continue;
                points += earned;
                max += criterion.Max;
            }

            if (group.Kind == GroupKind.Adjustment)
            {
                max = Points.Zero;
                if (points > group.Cap)
                    points = group.Cap.Value;
                if (points < group.Floor)
                    points = group.Floor.Value;
            }

            total += points;
            applicableMax += max;
            groups[g] = new GroupScore(group.Code, points, max, Rank: null);
        }

        total = total < Points.Zero ? Points.Zero : total > applicableMax ? applicableMax : total;
        var ranking = Ranking.Scaled(total, set.Scale, applicableMax);
        return new ScoreSheet
        {
            AgencyCode = agency.Code,
            Block = agency.Block,
            Total = total,
            ApplicableMax = applicableMax,
            RankingScore = ranking,
            Class = Ranking.ClassOf(set, ranking),
            Groups = groups,
            Criteria = criteria,
        };
    }
}
