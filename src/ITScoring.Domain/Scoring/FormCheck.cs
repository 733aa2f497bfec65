using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Scoring;

/// <summary>Checks a form before it is submitted (sections 2 and 4 of the format).</summary>
public static class FormCheck
{
    public static FormFindings Run(
        CriteriaSet set,
        IReadOnlyDictionary<string, AnswerValue> answers,
        IReadOnlyDictionary<string, AnswerValue> previous,
        IReadOnlySet<string> questionsWithEvidence) => throw new NotImplementedException();
}
