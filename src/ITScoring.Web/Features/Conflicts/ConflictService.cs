using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Conflicts;

/// <summary>Declares conflicts of interest and lifts them.</summary>
public sealed class ConflictService(AppDbContext db, CurrentUser user, AuditLog audit, CriteriaSetCache sets, TimeProvider clock)
{
    /// <summary>The reviewer keeps away from an agency from now on; what he judged there and is not finished is looked at again.</summary>
    public async Task<Outcome> DeclareAsync(Period period, int agencyId, string? reason, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var outcome = period.DeclareConflict(user.Actor, agencyId, reason, now);
        if (!outcome.Ok)
            return outcome;
        audit.Record("conflict.declare", period.FindAgency(agencyId)!.Code, null, AccountReference.InWords(user.UserId), reason, period.Id, agencyId);
        if (await db.Submissions.FirstOrDefaultAsync(s => s.PeriodId == period.Id && s.AgencyId == agencyId, cancel) is { State: SubmissionState.Submitted or SubmissionState.Returned or SubmissionState.AwaitingSignOff, IsSubmitted: true } form)
        {
            var verdicts = await db.CriterionVerdicts.Where(v => v.SubmissionId == form.Id).ToListAsync(cancel);
            var review = new Review(await sets.GetAsync(period, cancel), period, form, [], verdicts);
            review.LookAgainAfterConflict(user.Actor, now);
            audit.RecordLookAgain(review.Touched, period.Id, agencyId);
        }

        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    public async Task<Outcome> LiftAsync(Period period, ConflictOfInterest conflict, string? reason, CancellationToken cancel)
    {
        var outcome = period.LiftConflict(user.Actor, conflict, reason, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        audit.Record("conflict.lift", period.FindAgency(conflict.AgencyId)!.Code, AccountReference.InWords(conflict.ReviewerId), null, reason, period.Id, conflict.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }
}
