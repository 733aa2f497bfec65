using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Scoring;

/// <summary>One thing that checking a form found.</summary>
/// <param name="Code">The check's code, or <c>T02:missing</c>: question code and kind.</param>
/// <param name="Questions">Codes of the questions to mark.</param>
/// <param name="Message">Vietnamese: what, where, how to mend it.</param>
public sealed record Finding(FindingKind Kind, CheckLevel Level, string Code, IReadOnlyList<string> Questions, string Message);
