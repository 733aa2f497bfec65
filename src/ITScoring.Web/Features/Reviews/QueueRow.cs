using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Reviews;

/// <summary>One agency in the reviewer's queue.</summary>
/// <param name="ChangedSinceReturn">The agency answered a return and nobody has finished since.</param>
/// <param name="DaysWaiting">Whole days since the last official submission while it waits; null when it does not wait.</param>
public sealed record QueueRow(
    PeriodAgency Agency, Submission? Submission, FormDeadline Deadline, string Reviewers, Points? Declared, Points? Verified, int Decided, int Applicable, bool ChangedSinceReturn, int? DaysWaiting)
{
    public Points? Difference => Declared is { } d && Verified is { } v ? v - d : null;
}
