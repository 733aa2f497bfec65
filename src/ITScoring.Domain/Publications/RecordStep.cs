namespace ITScoring.Domain.Publications;

/// <summary>A step of a calculation.</summary>
public sealed record RecordStep(string Text, string Value);
