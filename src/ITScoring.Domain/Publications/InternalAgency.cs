namespace ITScoring.Domain.Publications;

/// <summary>What the internal part holds of one agency.</summary>
/// <param name="Groups">Points by group; null in records frozen before they were kept here.</param>
public sealed record InternalAgency(
    string Code, string? SelfTotal, string? VerifiedTotal, string? FinalTotal, IReadOnlyList<InternalCriterion> Criteria, IReadOnlyList<InternalAnswer> Answers, IReadOnlyList<InternalExplanation> Explanations,
    IReadOnlyList<InternalGroup>? Groups = null);
