using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>A rule between answers (section 4 of the format).</summary>
/// <param name="Assert">Condition that must hold.</param>
/// <param name="Questions">Codes of the questions to mark; those of the file, or those in the expression.</param>
public sealed record Check(string Code, CheckLevel Level, Expression Assert, string Message, IReadOnlyList<string> Questions);
