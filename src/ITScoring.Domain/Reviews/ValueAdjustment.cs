namespace ITScoring.Domain.Reviews;

/// <summary>A value that a reviewer wants to stand for a question.</summary>
/// <param name="Json">Canonical JSON; null: unanswered.</param>
public sealed record ValueAdjustment(string QuestionCode, string? Json);
