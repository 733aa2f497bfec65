using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.PeriodSets;

/// <summary>Takes a running period over to a corrected version of its set, with everything that follows from it in one save.</summary>
public sealed class PeriodSetService(AppDbContext db, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome> CorrectAsync(PeriodSetPage page, string? reason, CancellationToken cancel = default)
    {
        if (page is not { To: { } to, Comparison: { } comparison })
            return Outcome.WrongState("Chưa có phiên bản mới nào có hiệu lực của bộ tiêu chí này.");
        var period = page.Period;
        var before = period.CriteriaSetVersion!.Name;
        var submissions = await db.Submissions.Where(s => s.PeriodId == period.Id).ToListAsync(cancel);
        var ids = submissions.Select(s => s.Id).ToList();
        var verdicts = await db.CriterionVerdicts.Where(v => ids.Contains(v.SubmissionId) && comparison.TouchedCriteria.Contains(v.CriterionCode)).ToListAsync(cancel);
        var outcome = SetCorrection.Apply(period, to, submissions, verdicts, comparison.TouchedCriteria.ToHashSet(), user.Actor, reason, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        audit.Record("period.correct-set", period.Code, before, to.Name, reason, period.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }
}
