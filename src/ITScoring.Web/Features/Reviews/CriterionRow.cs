using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Reviews;

/// <summary>One criterion on the form's review page.</summary>
/// <param name="NeedsInspector">A question under it waits for the reviewer's own value.</param>
/// <param name="IsMine">The person may give its verdict now.</param>
public sealed record CriterionRow(Criterion Criterion, CriterionScore Declared, CriterionScore Verified, CriterionVerdict? Verdict, int EvidenceCount, bool NeedsInspector, bool IsMine)
{
    public Points? Difference => Declared.Points is { } d && Verified.Points is { } v ? v - d : null;
}
