namespace ITScoring.Domain.Publications;

/// <summary>Agencies ranked together.</summary>
public sealed record RecordBlock(string Code, string Name);
