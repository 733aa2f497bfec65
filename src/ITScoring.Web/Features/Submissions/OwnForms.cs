using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ITScoring.Web.Features.Submissions;

/// <summary>The user's scope of forms: the home agency's, and nothing else. Not yours is not found.</summary>
public sealed class OwnForms(AppDbContext db, CurrentUser user, CriteriaSetCache sets, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Drops what was read and changed, so that the next look sees what others have saved.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    /// <summary>The form, tracked; null when there is none or it belongs to another agency.</summary>
    public async Task<OwnForm?> FindAsync(string periodCode, string agencyCode, CancellationToken cancel = default)
    {
        if (!user.IsSignedIn || user.AgencyId is not { } agencyId)
            return null;
        var period = await db.Periods.AsSplitQuery().Include(p => p.Agencies)
            .FirstOrDefaultAsync(p => p.Code == periodCode && p.State != PeriodState.Draft, cancel);
        if (Own(period, agencyCode, agencyId) is not { } agency)
            return null;
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.PeriodId == period!.Id && s.AgencyId == agencyId, cancel);
        if (submission is null)
            return null;
        // Only what was handed in can have been returned.
        if (submission.IsSubmitted)
            await db.Returns.AsSplitQuery().Include(r => r.Items).Where(r => r.SubmissionId == submission.Id).OrderBy(r => r.Id).LoadAsync(cancel);
        // They bind contributors only.
        if (user.Role == Role.Contributor)
            await db.SectionAssignments.Where(a => a.SubmissionId == submission.Id).LoadAsync(cancel);
        return new OwnForm(period!, agency, submission, await sets.GetAsync(period!, cancel));
    }

    /// <summary>The same only to be shown, not tracked: the period is shared by all requests for as long as its version stands.</summary>
    public Task<OwnForm?> ReadAsync(string periodCode, string agencyCode, CancellationToken cancel = default) => SharedAsync(periodCode, agencyCode, db.Submissions.AsNoTracking(), cancel);

    /// <summary>The same for saving answers: the submission is tracked, the period is only read.</summary>
    public Task<OwnForm?> ForAnswersAsync(string periodCode, string agencyCode, CancellationToken cancel = default) => SharedAsync(periodCode, agencyCode, db.Submissions, cancel);

    private async Task<OwnForm?> SharedAsync(string periodCode, string agencyCode, IQueryable<Submission> from, CancellationToken cancel)
    {
        if (!user.IsSignedIn || user.AgencyId is not { } agencyId)
            return null;
        var stands = await db.Periods.Where(p => p.Code == periodCode && p.State != PeriodState.Draft)
            .Select(p => new { p.Id, p.Version, p.CohortVersion }).FirstOrDefaultAsync(cancel);
        if (stands is null)
            return null;
        var period = await cache.GetOrCreateAsync((nameof(OwnForms), stands.Id, stands.Version, stands.CohortVersion), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Kept;
            return db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).SingleAsync(p => p.Id == stands.Id, cancel);
        });
        if (Own(period, agencyCode, agencyId) is not { } agency)
            return null;
        var own = from.Where(s => s.PeriodId == period!.Id && s.AgencyId == agencyId);
        if (user.Role == Role.Contributor)
            own = own.AsSplitQuery().Include(s => s.Assignments);
        var submission = await own.FirstOrDefaultAsync(cancel);
        if (submission is { IsSubmitted: true })
            submission = await own.AsSplitQuery().Include(s => s.Returns.OrderBy(r => r.Id)).ThenInclude(r => r.Items).FirstOrDefaultAsync(cancel);
        return submission is null ? null : new OwnForm(period!, agency, submission, await sets.GetAsync(period!, cancel));
    }

    private static PeriodAgency? Own(Period? period, string agencyCode, int agencyId) =>
        period?.FindAgency(agencyCode) is { } agency && agency.AgencyId == agencyId ? agency : null;
}
