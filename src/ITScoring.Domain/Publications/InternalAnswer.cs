namespace ITScoring.Domain.Publications;

/// <summary>The three values of an answer as canonical JSON text, with their reasons.</summary>
public sealed record InternalAnswer(
    string Question, string? Declared, string? Verified, string? VerifiedReason, string? Final, string? FinalReason);
