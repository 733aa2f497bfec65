using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Reviews;

/// <summary>How one criterion of an agency was judged.</summary>
/// <param name="Verdict">The verdict that stands.</param>
/// <param name="Points">Verified; null: the criterion does not apply.</param>
public sealed record JudgedCriterion(string AgencyCode, VerdictKind Verdict, Points? Points);
