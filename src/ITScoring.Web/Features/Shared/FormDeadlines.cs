using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Shared;

/// <summary>Tells how forms stand to their deadlines now.</summary>
public sealed class FormDeadlines(WorkingCalendar calendar, TimeProvider clock)
{
    /// <param name="period">With a deadline.</param>
    /// <param name="submission">The agency's form, or null when it has none yet.</param>
    public async ValueTask<FormDeadline> OfAsync(Period period, PeriodAgency agency, Submission? submission, CancellationToken cancel = default)
    {
        var (own, now, days) = (period.DeadlineOf(agency), clock.UtcNow(), await calendar.GetAsync(cancel));
        return new FormDeadline(
            own,
            period.Deadline!,
            agency,
            submission is { IsSubmitted: true },
            submission?.LockedAt is not null,
            submission?.TimelinessAt(now, own, days) ?? Timeliness.Of(now, own, days),
            own.Day.DayNumber - Deadline.LocalDay(now).DayNumber);
    }
}
