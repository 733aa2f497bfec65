using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.Submissions;

/// <summary>The form of the user's own agency in a period: all heads, no answers.</summary>
/// <param name="Period">With its agencies.</param>
/// <param name="Submission">With its returns and, for a contributor, who was given which section.</param>
public sealed record OwnForm(Period Period, PeriodAgency Agency, Submission Submission, CriteriaSet Set)
{
    /// <summary>Address of the form's task list.</summary>
    public string Path => $"/submissions/{Period.Code}/{Agency.Code.ToLowerInvariant()}";

    public Deadline Deadline => Period.DeadlineOf(Agency);
}
