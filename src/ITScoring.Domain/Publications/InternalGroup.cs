namespace ITScoring.Domain.Publications;

/// <summary>Self, verified and final points of a group.</summary>
public sealed record InternalGroup(string Code, string Self, string Verified, string Final);
