using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Jobs;

/// <summary>Reminds agencies of their own deadline, and contributors of their sections; each step once, also when the site stood still on the day.</summary>
public sealed class ReminderJob(AppDbContext db, FormNotices notices, CriteriaSetCache sets, SectionDoneService done, TimeProvider clock) : Job
{
    public override string Name => "reminders";

    public override TimeSpan Every => TimeSpan.FromMinutes(15);

    public override async Task RunAsync(Func<Task<bool>> keep, CancellationToken cancel)
    {
        var periods = await db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).Where(p => p.State == PeriodState.Open || p.State == PeriodState.Reviewing).ToListAsync(cancel);
        foreach (var period in periods)
        {
            var forms = await db.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Returns).Include(s => s.Assignments)
                .Where(s => s.PeriodId == period.Id && s.LockedAt == null && s.State != SubmissionState.Submitted && s.State != SubmissionState.Verified).ToListAsync(cancel);
            foreach (var form in forms)
            {
                var agency = period.FindAgency(form.AgencyId)!;
                await RemindAgencyAsync(period, agency, form, cancel);
                if (form.State != SubmissionState.AwaitingSignOff)
                    await RemindContributorsAsync(period, agency, form, cancel);
            }

            if (!await keep())
                return;
            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task RemindAgencyAsync(Period period, PeriodAgency agency, Submission form, CancellationToken cancel)
    {
        var deadline = form.OpenReturn is { } open ? new Deadline(open.DeadlineUtc, open.DeadlineWording) : form.IsSubmitted ? null : period.DeadlineOf(agency);
        if (deadline is not null && !deadline.IsPast(clock.UtcNow()) && FormNotices.StepOf(deadline.Day.DayNumber - clock.Today().DayNumber) is { } step)
            await notices.DeadlineNearAsync(period, agency, form, deadline, step, cancel);
    }

    private async Task RemindContributorsAsync(Period period, PeriodAgency agency, Submission form, CancellationToken cancel)
    {
        var today = clock.Today();
        var due = form.Assignments.Where(a => a.DueOn is { } day && day.DayNumber - today.DayNumber is 0 or 1).ToList();
        if (due.Count == 0)
            return;
        var set = await sets.GetAsync(period, cancel);
        var finished = await done.StandingAsync(form.Id, set, cancel);
        foreach (var assignment in due.Where(a => !finished.Contains(a.SectionCode)))
            await notices.SectionDueAsync(period, agency, set.Sections.First(s => s.Code == assignment.SectionCode), assignment, cancel);
    }
}
