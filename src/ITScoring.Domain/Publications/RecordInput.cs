namespace ITScoring.Domain.Publications;

/// <summary>An answer that went in.</summary>
public sealed record RecordInput(string Code, string Text, string Value);
