namespace ITScoring.Web.Features.Corrections;

/// <summary>A value that a correction puts right, as people read it.</summary>
public sealed record CorrectionLine(string Agency, string QuestionCode, string Question, string From, string To);
