using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Scoring;

/// <summary>Scores cohorts: a pure function of set and answers (sections 5 and 6 of the format).</summary>
public static class Scorer
{
    /// <summary>Scores and ranks all agencies of a cohort.</summary>
    public static CohortResult Score(CriteriaSet set, Cohort cohort) => throw new NotImplementedException();

    /// <summary>Scores one agency alone, unranked: best-of-cohort rules compare with the greater of its own value and last year's published best.</summary>
    /// <param name="lastPublishedBest">By criterion code, or <c>CODE/of/1</c> for a part.</param>
    public static ScoreSheet ScoreProvisionally(
        CriteriaSet set, CohortAgency agency, IReadOnlyDictionary<string, Rational> lastPublishedBest) => throw new NotImplementedException();
}
