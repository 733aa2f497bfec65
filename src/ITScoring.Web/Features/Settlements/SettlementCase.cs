using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.Settlements;

/// <summary>An explanation with what it belongs to, all tracked.</summary>
/// <param name="Period">With agencies and assignments.</param>
/// <param name="Explanation">With its contested values; confirmed or settled.</param>
public readonly record struct SettlementCase(Period Period, PeriodAgency Agency, Submission Submission, Explanation Explanation, CriteriaSet Set, Criterion Criterion)
{
    public string Path => $"/settlements/{Period.Code}/{Agency.Code.ToLowerInvariant()}/{Criterion.Code}";
}
