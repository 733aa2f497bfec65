namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads an answer as it stands in a cohort or in the database.</summary>
public static class AnswerJson
{
    /// <summary>The answer; no value and no problem for <c>null</c> and an empty text: unanswered.</summary>
    public static Parsed<AnswerValue> Read(Question question, string json) => throw new NotImplementedException();
}
