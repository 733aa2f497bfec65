namespace ITScoring.Domain.CriteriaSets;

/// <summary>A column of a <c>rows</c> question.</summary>
/// <param name="Type">Text, Integer, Date or Url.</param>
/// <param name="Required">Every row needs a value.</param>
/// <param name="Unique">No value twice, compared trimmed and without case.</param>
public sealed record QuestionColumn(string Code, string Text, QuestionType Type, bool Required, bool Unique);
