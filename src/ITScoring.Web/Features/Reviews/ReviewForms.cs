using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The user's scope of forms under review: a reviewer's assignments, never the home agency; all of them, to read, for the period manager.</summary>
public sealed class ReviewForms(AppDbContext db, CurrentUser user, CriteriaSetCache sets)
{
    /// <summary>Drops what was read and changed, so that the next look sees what others have saved.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    /// <summary>The period, tracked, with agencies and assignments; null when there is none or it is still being prepared.</summary>
    public Task<Period?> FindPeriodAsync(string code, CancellationToken cancel = default) =>
        db.Periods.AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).FirstOrDefaultAsync(p => p.Code == code && p.State != PeriodState.Draft, cancel);

    /// <summary>Whether the form of an agency may be looked at.</summary>
    public bool Sees(Period period, int agencyId) => user.Role switch
    {
        Role.PeriodManager => true,
        Role.Reviewer => user.AgencyId != agencyId && period.IsAssigned(user.UserId, agencyId),
        _ => false,
    };

    /// <summary>
    /// Why the figures and verdicts of an agency are kept from this person where agencies are set side by side; null: they may be seen. The one place
    /// that decides it: what it hides is never read, counted or drawn. Others' agencies may be compared without being assigned.
    /// </summary>
    public string? NotComparedBecause(Period period, int agencyId) =>
        Sees(period, agencyId) || user.AgencyId != agencyId ? null : "Cơ quan của anh/chị, không hiển thị";

    public async Task<ReviewForm?> FindAsync(string periodCode, string agencyCode, CancellationToken cancel = default)
    {
        if (!user.IsSignedIn || await FindPeriodAsync(periodCode, cancel) is not { } period || period.FindAgency(agencyCode) is not { } agency || !Sees(period, agency.AgencyId))
            return null;
        var submission = await db.Submissions.AsSplitQuery().Include(s => s.Returns).ThenInclude(r => r.Items)
            .FirstOrDefaultAsync(s => s.PeriodId == period.Id && s.AgencyId == agency.AgencyId, cancel);
        if (submission is null)
            return null;
        var answers = await db.Answers.Where(a => a.SubmissionId == submission.Id).ToListAsync(cancel);
        var verdicts = await db.CriterionVerdicts.Where(v => v.SubmissionId == submission.Id).ToListAsync(cancel);
        return new ReviewForm(period, agency, submission, await sets.GetAsync(period, cancel), answers, verdicts);
    }
}
