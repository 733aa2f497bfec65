namespace ITScoring.Web.Features.Periods;

/// <summary>One line of earlier figures that are imported.</summary>
/// <param name="Number">As people count the lines that they entered, from 1.</param>
/// <param name="Json">The value as JSON; null when it could not be read.</param>
/// <param name="Problem">Why the line could not be read; null: it could.</param>
public sealed record PreviousLine(int Number, string Agency, string Question, string? Json, string? Problem = null);
