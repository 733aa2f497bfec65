namespace ITScoring.Domain.Publications;

/// <summary>A contested value as canonical JSON text: what the agency claims, and what is final once the explanation is accepted.</summary>
public sealed record InternalContest(string Question, string? Claimed, string? Final);
