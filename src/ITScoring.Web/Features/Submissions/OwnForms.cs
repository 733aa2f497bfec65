using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Submissions;

/// <summary>The user's scope of forms: the home agency's, and nothing else. Not yours is not found.</summary>
public sealed class OwnForms(AppDbContext db, CurrentUser user, CriteriaSetCache sets)
{
    /// <summary>Drops what was read and changed, so that the next look sees what others have saved.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    /// <summary>The form, tracked; null when there is none or it belongs to another agency.</summary>
    public async Task<OwnForm?> FindAsync(string periodCode, string agencyCode, CancellationToken cancel = default)
    {
        if (!user.IsSignedIn || user.AgencyId is not { } agencyId)
            return null;
        var period = await db.Periods.AsSplitQuery().Include(p => p.Agencies)
            .FirstOrDefaultAsync(p => p.Code == periodCode && p.State != PeriodState.Draft, cancel);
        if (period?.FindAgency(agencyCode) is not { } agency || agency.AgencyId != agencyId)
            return null;
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.PeriodId == period.Id && s.AgencyId == agencyId, cancel);
        if (submission is null)
            return null;
        // Only what was handed in can have been returned.
        if (submission.IsSubmitted)
            await db.Returns.AsSplitQuery().Include(r => r.Items).Where(r => r.SubmissionId == submission.Id).OrderBy(r => r.Id).LoadAsync(cancel);
        return new OwnForm(period, agency, submission, await sets.GetAsync(period, cancel));
    }
}
