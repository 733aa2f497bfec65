namespace ITScoring.Domain.Scoring;

/// <summary>Which criteria set a result was computed with.</summary>
public sealed record StatedSet(string Code, int Version);
