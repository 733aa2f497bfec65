namespace ITScoring.Domain.Publications;

/// <summary>An explanation and how it was settled.</summary>
/// <param name="Contested">The values it is about; null in records frozen before they were kept here.</param>
/// <param name="Evidence">The documents that came with it, as people call them; null in records frozen before they were kept here.</param>
public sealed record InternalExplanation(
    string Criterion, string Text, string State, string? SettlementReason, int WrittenBy, int? ConfirmedBy, int? SettledBy,
    IReadOnlyList<InternalContest>? Contested = null, IReadOnlyList<string>? Evidence = null);
