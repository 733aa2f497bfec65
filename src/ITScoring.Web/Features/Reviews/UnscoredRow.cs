using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Reviews;

/// <summary>A question that feeds no criterion, as people read it, with the reviewer's field.</summary>
/// <param name="VerifiedReason">Why the verified value differs from the declared one.</param>
/// <param name="Reason">As typed, or the stored one.</param>
/// <param name="Problem">What is wrong with the typed value.</param>
/// <param name="IsOpen">The reviewer was at it: its form is shown unfolded.</param>
public sealed record UnscoredRow(Question Question, string Declared, string Verified, string? VerifiedReason, QuestionField Field, string? Reason, string? Problem, bool IsOpen);
