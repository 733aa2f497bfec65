using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Settlements;

/// <summary>Reads explanations for whoever settles them: never the first reviewer, never the home agency.</summary>
public sealed class SettlementQuery(AppDbContext db, CriteriaSetCache sets, PeriodScores scores, CurrentUser user)
{
    public async Task<SettlementsPage> ListAsync(string? code, CancellationToken cancel = default)
    {
        List<Period> periods = [.. (await db.Periods.AsNoTracking().ToListAsync(cancel)).Where(p => p.ResponseDeadlineUtc is not null).OrderByDescending(p => p.Year)];
        var wanted = code ?? periods.FirstOrDefault(p => p.State == PeriodState.Preliminary)?.Code ?? periods.FirstOrDefault()?.Code;
        if (wanted is null || await FindPeriodAsync(wanted, cancel) is not { } period)
            return new SettlementsPage(null, periods, []);
        var set = await sets.GetAsync(period, cancel);
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).ToDictionaryAsync(s => s.Id, cancel);
        var ids = submissions.Keys.ToList();
        var explanations = await db.Explanations.AsNoTracking().AsSplitQuery().Include(e => e.Contested)
            .Where(e => ids.Contains(e.SubmissionId) && e.State != ExplanationState.Drafted).OrderBy(e => e.Id).ToListAsync(cancel);
        var rows = new List<SettlementRow>();
        foreach (var e in explanations.Where(e => submissions[e.SubmissionId].AgencyId != user.AgencyId))
            rows.Add(new SettlementRow(period.FindAgency(submissions[e.SubmissionId].AgencyId)!, set.FindCriterion(e.CriterionCode)!, e, e.State == ExplanationState.Confirmed ? await RefusalAsync(e, cancel) : null));
        return new SettlementsPage(period, periods, rows);
    }

    public Task<Period?> FindPeriodAsync(string code, CancellationToken cancel = default) =>
        db.Periods.AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Conflicts).FirstOrDefaultAsync(p => p.Code == code && p.State != PeriodState.Draft, cancel);

    /// <summary>The latest explanation of an agency on a criterion that the head has confirmed, all tracked; null: none, or the home agency's.</summary>
    public async Task<(Period Period, PeriodAgency Agency, Submission Submission, Explanation Explanation, CriteriaSet Set, Criterion Criterion)?> FindAsync(
        string periodCode, string agencyCode, string criterionCode, CancellationToken cancel = default)
    {
        if (await FindPeriodAsync(periodCode, cancel) is not { } period || period.FindAgency(agencyCode) is not { } agency || agency.AgencyId == user.AgencyId)
            return null;
        var set = await sets.GetAsync(period, cancel);
        if (set.Criteria.FirstOrDefault(c => string.Equals(c.Code, criterionCode, StringComparison.OrdinalIgnoreCase)) is not { } criterion)
            return null;
        if (await db.Submissions.FirstOrDefaultAsync(s => s.PeriodId == period.Id && s.AgencyId == agency.AgencyId, cancel) is not { } submission)
            return null;
        var explanation = await db.Explanations.Include(e => e.Contested)
            .Where(e => e.SubmissionId == submission.Id && e.CriterionCode == criterion.Code && e.State != ExplanationState.Drafted).OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancel);
        return explanation is null ? null : (period, agency, submission, explanation, set, criterion);
    }

    public async Task<SettlementPage> PageAsync(
        Period period, PeriodAgency agency, Submission submission, Explanation explanation, CriteriaSet set, Criterion criterion, string? reason, CancellationToken cancel = default)
    {
        var codes = explanation.Contested.Select(c => c.QuestionCode).ToList();
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == submission.Id && codes.Contains(a.QuestionCode)).ToDictionaryAsync(a => a.QuestionCode, cancel);
        var now = await scores.ScoreAsync(period, AnswerStage.Final, cancel);
        var then = explanation.State == ExplanationState.Confirmed ? await IfAcceptedAsync(period, agency, set, explanation, cancel) : now;
        var effects = now.Sheets.Zip(then.Sheets)
            .Where(p => p.First.RankingScore != p.Second.RankingScore || p.First.Rank != p.Second.Rank)
            .Select(p => (period.FindAgency(p.First.AgencyCode)!.Name, p.First.RankingScore, p.Second.RankingScore, p.First.Rank, p.Second.Rank)).ToList();
        return new SettlementPage(
            period,
            agency,
            submission,
            criterion,
            explanation,
            await db.CriterionVerdicts.AsNoTracking().FirstOrDefaultAsync(v => v.SubmissionId == submission.Id && v.CriterionCode == criterion.Code, cancel),
            await db.Users.AsNoTracking().Where(u => u.Id == explanation.WrittenById).Select(u => u.DisplayName).FirstOrDefaultAsync(cancel) ?? "–",
            [
                .. explanation.Contested.Select(c => (
                    set.FindQuestion(c.QuestionCode)!,
                    AnswerText.Of(set.FindQuestion(c.QuestionCode)!, answers.GetValueOrDefault(c.QuestionCode)?.DeclaredJson),
                    AnswerText.Of(set.FindQuestion(c.QuestionCode)!, answers.GetValueOrDefault(c.QuestionCode)?.ValueAt(AnswerStage.Verified)),
                    AnswerText.Of(set.FindQuestion(c.QuestionCode)!, c.ClaimedJson),
                    answers.GetValueOrDefault(c.QuestionCode)?.VerifiedReason)),
            ],
            now.Sheets.Single(s => s.AgencyCode == agency.Code).Criterion(criterion.Code),
            then.Sheets.Single(s => s.AgencyCode == agency.Code).Criterion(criterion.Code),
            effects,
            reason ?? "",
            await RefusalAsync(explanation, cancel));
    }

    private async Task<CohortResult> IfAcceptedAsync(Period period, PeriodAgency agency, CriteriaSet set, Explanation explanation, CancellationToken cancel)
    {
        var cohort = await scores.CohortAsync(period, AnswerStage.Final, cancel);
        return Scorer.Score(set, new Cohort([.. cohort.Agencies.Select(a =>
        {
            if (a.Code != agency.Code)
                return a;
            var answers = a.Answers!.ToDictionary();
            foreach (var c in explanation.Contested)
            {
                if (AnswerText.Value(set.FindQuestion(c.QuestionCode)!, c.ClaimedJson) is { } value)
                    answers[c.QuestionCode] = value;
                else
                    answers.Remove(c.QuestionCode);
            }

            return a with { Answers = answers };
        })]));
    }

    private async Task<string?> RefusalAsync(Explanation explanation, CancellationToken cancel)
    {
        if (!user.Can(Permission.Settle))
            return "Chỉ chuyên viên thẩm tra được kết luận.";
        var codes = explanation.Contested.Select(c => c.QuestionCode).ToList();
        var first = await db.CriterionVerdicts.AsNoTracking().AnyAsync(v => v.SubmissionId == explanation.SubmissionId && v.CriterionCode == explanation.CriterionCode && v.JudgedById == user.UserId, cancel)
            || await db.Answers.AsNoTracking().AnyAsync(a => a.SubmissionId == explanation.SubmissionId && codes.Contains(a.QuestionCode) && a.VerifiedById == user.UserId, cancel);
        return first ? "Anh/chị đã thẩm tra tiêu chí này nên giải trình phải do người khác kết luận." : null;
    }
}
