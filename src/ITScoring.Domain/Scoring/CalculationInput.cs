namespace ITScoring.Domain.Scoring;

/// <summary>An answer that a calculation read.</summary>
/// <param name="Code">Question code, or <c>previous(T02)</c> for last period's number.</param>
/// <param name="Text">The question as people read it.</param>
/// <param name="Value">As on screen, in Vietnamese.</param>
/// <param name="ValueJson">Canonical JSON; null when there is no value.</param>
/// <param name="Answered">False: counted as 0, "no" or nothing.</param>
/// <param name="Asked">False: not asked by its condition, and so counted as unanswered.</param>
public sealed record CalculationInput(
    string Code, string Text, string? Unit, string Value, string? ValueJson, bool Answered, bool Asked)
{
    /// <summary>Code of the question, also of last period's number.</summary>
    public string QuestionCode => Code.StartsWith("previous(", StringComparison.Ordinal) ? Code["previous(".Length..^1] : Code;
}
