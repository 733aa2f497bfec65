using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Settlements;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Files;

/// <summary>The user's scope of files: those of the forms that the account may read. Not yours is not found.</summary>
public sealed class ReadableFiles(AppDbContext db, CurrentUser user, ReviewForms reviews)
{
    /// <summary>Evidence with its file; null also when the file is infected or its bytes are gone.</summary>
    public async Task<Evidence?> FindAsync(int evidenceId, CancellationToken cancel)
    {
        if (await db.Evidence.AsNoTracking().Include(e => e.File).FirstOrDefaultAsync(e => e.Id == evidenceId, cancel) is not { File.IsServed: true } evidence)
            return null;
        var form = await db.Submissions.AsNoTracking().Where(s => s.Id == evidence.SubmissionId).Select(s => new { s.PeriodId, s.AgencyId }).SingleAsync(cancel);
        // The agency also reads what it replaced.
        if (user.Can(Permission.ReadOwnForm))
            return user.AgencyId == form.AgencyId ? evidence : null;
        if (!user.Can(Permission.ReadReviews))
            return null;
        var period = await db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Conflicts).SingleAsync(p => p.Id == form.PeriodId, cancel);
        if (evidence.ExplanationId is { } explanation)
            return evidence.RemovedAt is null && SettlementQuery.Sees(user, period, form.AgencyId) && await db.Explanations.AnyAsync(e => e.Id == explanation && e.State != ExplanationState.Drafted, cancel) ? evidence : null;
        var sees = reviews.Sees(period, form.AgencyId) || await IsSecondAsync(period, form.AgencyId, evidence.SubmissionId, cancel);
        return sees && (evidence.RemovedAt is null || await WasHandedInAsync(evidence, cancel)) ? evidence : null;
    }

    /// <summary>Whoever judges a second time reads what the agency handed in.</summary>
    private async Task<bool> IsSecondAsync(Period period, int agencyId, int submissionId, CancellationToken cancel) =>
        user.Can(Permission.Review) && period.Barred(user.Actor, agencyId) is null
        && await db.SecondReviews.AnyAsync(r => r.SubmissionId == submissionId && r.ReviewerId == user.UserId && r.ClosedAt == null, cancel);

    private Task<bool> WasHandedInAsync(Evidence evidence, CancellationToken cancel) =>
        db.SubmissionReceipts.AnyAsync(r => r.SubmissionId == evidence.SubmissionId && r.SubmittedAt >= evidence.AddedAt && r.SubmittedAt <= evidence.RemovedAt, cancel);
}
