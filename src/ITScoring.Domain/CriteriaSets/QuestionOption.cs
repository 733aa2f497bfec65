namespace ITScoring.Domain.CriteriaSets;

/// <summary>An option of a <c>choice</c> or <c>multi</c> question.</summary>
public sealed record QuestionOption(string Code, string Text);
