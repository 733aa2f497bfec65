namespace ITScoring.Domain.Publications.Years;

/// <summary>A predecessor in a stated rule.</summary>
public sealed record RestatementPart(string Code, int? Weight, bool IsMain);
