namespace ITScoring.Domain.Publications;

/// <summary>What the internal part holds of one agency.</summary>
public sealed record InternalAgency(
    string Code, string? SelfTotal, string? VerifiedTotal, string? FinalTotal, IReadOnlyList<InternalCriterion> Criteria, IReadOnlyList<InternalAnswer> Answers, IReadOnlyList<InternalExplanation> Explanations);
