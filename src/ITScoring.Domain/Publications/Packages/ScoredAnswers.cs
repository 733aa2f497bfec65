using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Packages;

/// <summary>A cohort with the answers that scoring reads and no others: what else a form says (names, addresses) is not given away with the result.</summary>
public static class ScoredAnswers
{
    /// <summary>Scores of the two cohorts are equal.</summary>
    public static Cohort Of(CriteriaSet set, Cohort cohort)
    {
        var read = set.Criteria.SelectMany(set.QuestionsOf).ToHashSet();
        // A question that is not asked counts as unanswered, so what decides about asking belongs to it.
        var codes = read.SelectMany(q => q.AskedBecauseOf.Append(q.Code)).ToHashSet();
        IReadOnlyDictionary<string, AnswerValue> Kept(IReadOnlyDictionary<string, AnswerValue> answers) => answers.Where(a => codes.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value);
        return new Cohort([.. cohort.Agencies.Select(a => a with { Answers = a.Answers is null ? null : Kept(a.Answers), Previous = Kept(a.Previous) })]);
    }
}
