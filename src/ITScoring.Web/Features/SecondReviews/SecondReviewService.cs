using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SecondReviews;

/// <summary>Draws the sample, and takes the second judgements.</summary>
public sealed class SecondReviewService(AppDbContext db, CurrentUser user, AuditLog audit, CriteriaSetCache sets, PeriodScores scores, TimeProvider clock)
{
    /// <summary>Draws from the forms that are under review and gives what was drawn to the second reviewers, evenly. Who verifies a form, or must keep away from it, gets nothing of it.</summary>
    /// <param name="percent">Share of what can be drawn; 100 takes all of it.</param>
    /// <param name="agencies">Only these agencies; none: all.</param>
    /// <param name="criteria">Only these criteria; none: all.</param>
    /// <returns>How many were given.</returns>
    public async Task<(Outcome Outcome, int Given)> DrawAsync(
        Period period, decimal percent, string seed, IReadOnlySet<int> agencies, IReadOnlySet<string> criteria, IReadOnlyList<int> reviewerIds, CancellationToken cancel)
    {
        if (user.Role != Role.PeriodManager)
            return (Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được rút mẫu thẩm tra lần hai."), 0);
        if (period.State is not (PeriodState.Open or PeriodState.Reviewing))
            return (Outcome.WrongState($"Không rút mẫu khi kỳ đánh giá ở trạng thái “{period.State.Name()}”."), 0);
        var people = await db.Users.AsNoTracking().Where(u => reviewerIds.Contains(u.Id) && u.Role == Role.Reviewer && u.SuspendedAt == null).ToDictionaryAsync(u => u.Id, cancel);
        if (people.Count == 0)
            return (Outcome.InputAt("reviewers", "Chọn ít nhất một người thẩm tra lần hai."), 0);
        var set = await sets.GetAsync(period, cancel);
        var forms = await db.Submissions.Where(s => s.PeriodId == period.Id && s.State == SubmissionState.Submitted).ToListAsync(cancel);
        var ids = forms.Select(f => f.Id).ToList();
        var earlier = (await db.SecondReviews.AsNoTracking().Where(r => ids.Contains(r.SubmissionId)).Select(r => new { r.SubmissionId, r.CriterionCode, r.Round, r.ClosedAt }).ToListAsync(cancel))
            .GroupBy(r => (r.SubmissionId, r.CriterionCode)).ToDictionary(g => g.Key, g => (Last: g.Max(r => r.Round), IsOpen: g.Any(r => r.ClosedAt == null)));
        var decided = (await db.CriterionVerdicts.AsNoTracking().Where(v => ids.Contains(v.SubmissionId) && v.ByCouncil).Select(v => new { v.SubmissionId, v.CriterionCode }).ToListAsync(cancel)).Select(v => (v.SubmissionId, v.CriterionCode)).ToHashSet();
        var sheets = (await scores.ScoreAsync(period, AnswerStage.Verified, cancel)).Sheets.ToDictionary(s => s.AgencyCode);
        var pool =
            from form in forms
            let agency = period.FindAgency(form.AgencyId)!
            where agencies.Count == 0 || agencies.Contains(form.AgencyId)
            from criterion in set.Criteria.Where((_, i) => sheets[agency.Code].Criteria[i].Applicable)
            where (criteria.Count == 0 || criteria.Contains(criterion.Code)) && set.QuestionsOf(criterion).Any(q => q.FilledBy != FilledBy.System)
                && !decided.Contains((form.Id, criterion.Code)) && !(earlier.TryGetValue((form.Id, criterion.Code), out var had) && had.IsOpen)
            select (Form: form, Agency: agency, Criterion: criterion);
        var drawn = SecondReviewSample.Draw(pool.ToList(), x => (x.Agency.Code, x.Criterion.Code), percent, seed);
        if (drawn.Count == 0)
            return (Outcome.Input("Không có tiêu chí nào để rút: phiếu phải đang thẩm tra, tiêu chí phải áp dụng và chưa được thẩm tra lần hai."), 0);
        var (given, left) = SecondReviewSample.Share(drawn, [.. people.Keys], (r, x) => period.Barred(people[r].ToActor(), x.Form.AgencyId) is null && !period.IsAssigned(r, x.Form.AgencyId));
        if (left.Count > 0)
        {
            var names = string.Join(", ", left.Select(x => x.Agency.Name).Distinct());
            return (Outcome.InputAt("reviewers", $"Không ai trong những người đã chọn được thẩm tra lần hai phiếu của {names}: người đang thẩm tra phiếu, người của cơ quan hoặc có xung đột lợi ích đều bị loại. Chọn thêm người."), 0);
        }

        var now = clock.UtcNow();
        audit.Record("second-review.draw", period.Code, null, string.Create(CultureInfo.InvariantCulture, $"{given.Count} tiêu chí; {percent} %; hạt giống {seed}"), null, period.Id);
        foreach (var (item, reviewer) in given)
        {
            db.SecondReviews.Add(SecondReview.Assign(item.Form.Id, item.Criterion.Code, user.Actor, reviewer, now, earlier.GetValueOrDefault((item.Form.Id, item.Criterion.Code)).Last + 1));
            audit.Record("second-review.assign", item.Criterion.Code, null, AccountReference.InWords(people[reviewer].Id), null, period.Id, item.Form.AgencyId);
        }

        await db.SaveChangesAsync(cancel);
        return (Outcome.Done, given.Count);
    }

    /// <summary>Null: the period has no such second review.</summary>
    public async Task<Outcome?> WithdrawAsync(Period period, int id, string? reason, CancellationToken cancel)
    {
        if (await db.SecondReviews.FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } second
            || await db.Submissions.FirstOrDefaultAsync(s => s.Id == second.SubmissionId && s.PeriodId == period.Id, cancel) is not { } form)
            return null;
        var outcome = second.Withdraw(user.Actor, reason, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        audit.Record("second-review.withdraw", second.CriterionCode, null, null, reason, period.Id, form.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    public async Task<Outcome> GiveAsync(ReviewForm form, Criterion criterion, IReadOnlyList<ValueAdjustment> values, string? reason, CancellationToken cancel)
    {
        var outcome = form.Review.GiveSecond(user.Actor, criterion, values, reason, clock.UtcNow());
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        audit.Record("second-review.give", criterion.Code, null, form.Review.SecondOn(criterion.Code)!.Kind.ToString(), reason, form.Period.Id, form.Agency.AgencyId);
        foreach (var referred in form.Review.Touched)
            audit.Record("verdict.refer", referred.CriterionCode, null, nameof(VerdictKind.ReferredToCouncil), referred.Reason, form.Period.Id, form.Agency.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }
}
