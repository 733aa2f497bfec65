using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Settlements;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SettlementRecords;

/// <summary>Reads confirmed and settled explanations with their values: all for the manager, all but the home agency's for a reviewer.</summary>
public sealed class RecordQuery(AppDbContext db, CriteriaSetCache sets, PeriodScores scores, CurrentUser user)
{
    private const int OnAPage = 50;

    /// <summary>Null: there is no such period.</summary>
    public async Task<RecordPage?> PageAsync(string code, string? agency, ExplanationState? state, int number, CancellationToken cancel = default)
    {
        if (await FindAsync(code, cancel) is not { } period)
            return null;
        var rows = await RowsAsync(period, cancel);
        var shown = rows.Where(r => IsAsked(r, agency, state)).ToList();
        var pages = Math.Max(1, (shown.Count + OnAPage - 1) / OnAPage);
        number = Math.Clamp(number, 1, pages);
        return new RecordPage(
            period, [.. rows.Select(r => r.Agency).DistinctBy(a => a.AgencyId)], agency, state, [.. shown.Skip((number - 1) * OnAPage).Take(OnAPage)], shown.Count, rows.Count > 0, number, pages);
    }

    /// <summary>Every row that the filter asks for; null: there is no such period.</summary>
    public async Task<(Period Period, IReadOnlyList<RecordRow> Rows)?> AllAsync(string code, string? agency, ExplanationState? state, CancellationToken cancel = default) =>
        await FindAsync(code, cancel) is { } period ? (period, [.. (await RowsAsync(period, cancel)).Where(r => IsAsked(r, agency, state))]) : null;

    private static bool IsAsked(RecordRow row, string? agency, ExplanationState? state) =>
        (string.IsNullOrEmpty(agency) || string.Equals(row.Agency.Code, agency, StringComparison.OrdinalIgnoreCase)) && (state is null || row.Explanation.State == state);

    private Task<Period?> FindAsync(string code, CancellationToken cancel) =>
        db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).Include(p => p.Conflicts).FirstOrDefaultAsync(p => p.Code == code && p.State != PeriodState.Draft, cancel);

    private async Task<List<RecordRow>> RowsAsync(Period period, CancellationToken cancel)
    {
        var submissions = (await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).ToListAsync(cancel)).Where(s => SettlementQuery.Sees(user, period, s.AgencyId)).ToDictionary(s => s.Id);
        var ids = submissions.Keys.ToList();
        var explanations = await db.Explanations.AsNoTracking().AsSplitQuery().Include(e => e.Contested).Where(e => ids.Contains(e.SubmissionId) && e.State != ExplanationState.Drafted).ToListAsync(cancel);
        if (explanations.Count == 0)
            return [];
        var set = await sets.GetAsync(period, cancel);
        var forms = explanations.Select(e => e.SubmissionId).Distinct().ToList();
        var codes = explanations.SelectMany(e => e.Contested).Select(c => c.QuestionCode).Distinct().ToList();
        var answers = await db.Answers.AsNoTracking().Where(a => forms.Contains(a.SubmissionId) && codes.Contains(a.QuestionCode)).ToDictionaryAsync(a => (a.SubmissionId, a.QuestionCode), cancel);
        var evidence = await db.ExplanationEvidenceAsync(forms, cancel);
        var verified = (await scores.ScoreAsync(period, AnswerStage.Verified, cancel)).Sheets.ToDictionary(s => s.AgencyCode);
        var final = (await scores.ScoreAsync(period, AnswerStage.Final, cancel)).Sheets.ToDictionary(s => s.AgencyCode);
        var order = set.Criteria.Select((c, i) => (c.Code, i)).ToDictionary(c => c.Code, c => c.i);
        return
        [
            .. from e in explanations
               let agency = period.FindAgency(submissions[e.SubmissionId].AgencyId)!
               orderby agency.Order, order[e.CriterionCode], e.Round
               select new RecordRow(
                   agency,
                   set.FindCriterion(e.CriterionCode)!,
                   e,
                   [.. e.Contested.Select(c => Value(set.FindQuestion(c.QuestionCode)!, answers.GetValueOrDefault((e.SubmissionId, c.QuestionCode)), c, e.State))],
                   [.. evidence[e.Id]],
                   verified[agency.Code].Criterion(e.CriterionCode).Points,
                   final[agency.Code].Criterion(e.CriterionCode).Points),
        ];
    }

    private static (Question Question, string Declared, string Verified, string Claimed, string? Final) Value(Question question, Answer? answer, ContestedValue contested, ExplanationState state) => (
        question,
        AnswerText.Of(question, answer?.DeclaredJson),
        AnswerText.Of(question, answer?.ValueAt(AnswerStage.Verified)),
        AnswerText.Of(question, contested.ClaimedJson),
        state == ExplanationState.Accepted ? AnswerText.Of(question, contested.FinalJson) : null);
}
