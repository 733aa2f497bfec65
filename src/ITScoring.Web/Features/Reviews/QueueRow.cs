using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Reviews;

/// <summary>One agency in the reviewer's queue.</summary>
/// <param name="ReviewerIds">Who verifies the form or a part of it.</param>
/// <param name="Declared">Of the whole form, or of the group that is looked at.</param>
/// <param name="Open">Criteria that wait for the person's own verdict.</param>
/// <param name="ChangedSinceReturn">The agency answered a return and nobody has finished since.</param>
/// <param name="Returned">Until when the agency must answer; null: nothing was returned, or it has answered.</param>
/// <param name="IsOverdue">That day is past.</param>
/// <param name="DaysWaiting">Whole days since the last official submission while it waits; null when it does not wait.</param>
public sealed record QueueRow(
    PeriodAgency Agency,
    Submission? Submission,
    FormDeadline Deadline,
    string Reviewers,
    IReadOnlySet<int> ReviewerIds,
    Points? Declared,
    Points? Verified,
    int Decided,
    int Applicable,
    int Open,
    bool ChangedSinceReturn,
    string? Returned,
    bool IsOverdue,
    int? DaysWaiting)
{
    public Points? Difference => Declared is { } d && Verified is { } v ? v - d : null;
}
