namespace ITScoring.Domain.Publications;

/// <summary>An explanation and how it was settled.</summary>
public sealed record InternalExplanation(
    string Criterion, string Text, string State, string? SettlementReason, int WrittenBy, int? ConfirmedBy, int? SettledBy);
