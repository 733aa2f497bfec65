using ITScoring.Domain.Publications;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.Approvals;

/// <summary>A criterion of an agency in a frozen result.</summary>
/// <param name="Reasons">What review and explanations changed, a sentence each.</param>
/// <param name="Explanations">Each with the values it is about, in words.</param>
public sealed record ApprovalCriterion(
    RecordCriterion Criterion, RecordCriterionScore Score, InternalCriterion Inside, VerdictKind? Verdict, IReadOnlyList<string> Reasons, IReadOnlyList<(InternalExplanation Explanation, IReadOnlyList<string> Contested)> Explanations)
{
    public bool IsMoved => Inside.Self != Inside.Final || Inside.Self != Inside.Verified;
}
