using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The user's scope of forms under review: a reviewer's assignments, never the home agency or one in conflict; all of them, to read, for the period manager.</summary>
public sealed class ReviewForms(AppDbContext db, CurrentUser user, CriteriaSetCache sets)
{
    // Agencies of which the user is to judge something a second time without knowing the first judgement.
    private HashSet<int> _blind = [];

    /// <summary>Who looks.</summary>
    public Actor Actor => user.Actor;

    /// <summary>Drops what was read and changed, so that the next look sees what others have saved.</summary>
    public void Forget() => db.ChangeTracker.Clear();

    /// <summary>The period, tracked, with agencies and assignments; null when there is none or it is still being prepared.</summary>
    public async Task<Period?> FindPeriodAsync(string code, CancellationToken cancel = default)
    {
        var period = await db.Periods.AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Conflicts).FirstOrDefaultAsync(p => p.Code == code && p.State != PeriodState.Draft, cancel);
        if (period is not null && user.Can(Permission.Review))
        {
            var mine = db.SecondReviews.Where(r => r.ReviewerId == user.UserId && r.ClosedAt == null && r.ComparedAt == null);
            _blind = await mine.Join(db.Submissions.Where(s => s.PeriodId == period.Id), r => r.SubmissionId, s => s.Id, (_, s) => s.AgencyId).ToHashSetAsync(cancel);
        }

        return period;
    }

    /// <summary>Whether the form of an agency may be looked at.</summary>
    public bool Sees(Period period, int agencyId) => user.Role switch
    {
        Role.PeriodManager => true,
        Role.Reviewer => period.Barred(user.Actor, agencyId) is null && period.IsAssigned(user.UserId, agencyId),
        _ => false,
    };

    /// <summary>
    /// Why the figures and verdicts of an agency are kept from this person where agencies are set side by side; null: they may be seen. The one place
    /// that decides it: what it hides is never read, counted or drawn. Others' agencies may be compared without being assigned.
    /// </summary>
    public string? NotComparedBecause(Period period, int agencyId) =>
        Sees(period, agencyId) ? null
        : user.AgencyId == agencyId ? "Cơ quan của anh/chị, không hiển thị"
        : period.HasConflict(user.UserId, agencyId) ? "Đã khai báo xung đột lợi ích, không hiển thị"
        : _blind.Contains(agencyId) ? "Đang thẩm tra lần hai, không hiển thị"
        : null;

    public async Task<ReviewForm?> FindAsync(string periodCode, string agencyCode, CancellationToken cancel = default)
    {
        if (!user.IsSignedIn || await FindPeriodAsync(periodCode, cancel) is not { } period || period.FindAgency(agencyCode) is not { } agency || !Sees(period, agency.AgencyId))
            return null;
        return await LoadAsync(period, agency, cancel);
    }

    /// <summary>One criterion of a form, with the form; null: either is not there for this person.</summary>
    public async Task<(ReviewForm Form, Criterion Criterion)?> FindAsync(string periodCode, string agencyCode, string criterionCode, CancellationToken cancel = default) =>
        await FindAsync(periodCode, agencyCode, cancel) is { } form && form.Set.CriterionAt(criterionCode) is { } criterion ? (form, criterion) : null;

    /// <summary>A criterion that was given to the user for a second judgement, with its form; null: it was not, or he must keep away.</summary>
    public async Task<(ReviewForm Form, Criterion Criterion, SecondReview Second)?> FindSecondAsync(string periodCode, string agencyCode, string criterionCode, CancellationToken cancel = default)
    {
        if (!user.Can(Permission.Review) || await FindPeriodAsync(periodCode, cancel) is not { } period || period.FindAgency(agencyCode) is not { } agency || period.Barred(user.Actor, agency.AgencyId) is not null
            || await LoadAsync(period, agency, cancel) is not { } form)
            return null;
        return form.Set.CriterionAt(criterionCode) is { } criterion
            && form.Review.SecondOn(criterion.Code) is { } second && second.ReviewerId == user.UserId
            ? (form, criterion, second) : null;
    }

    private async Task<ReviewForm?> LoadAsync(Period period, PeriodAgency agency, CancellationToken cancel)
    {
        var submission = await db.Submissions.AsSplitQuery().Include(s => s.Returns).ThenInclude(r => r.Items)
            .FirstOrDefaultAsync(s => s.PeriodId == period.Id && s.AgencyId == agency.AgencyId, cancel);
        if (submission is null)
            return null;
        var answers = await db.Answers.Where(a => a.SubmissionId == submission.Id).ToListAsync(cancel);
        var verdicts = await db.CriterionVerdicts.Where(v => v.SubmissionId == submission.Id).ToListAsync(cancel);
        var seconds = await db.SecondReviews.Where(r => r.SubmissionId == submission.Id && r.ClosedAt == null).ToListAsync(cancel);
        return new ReviewForm(period, agency, submission, await sets.GetAsync(period, cancel), answers, verdicts, seconds);
    }
}
