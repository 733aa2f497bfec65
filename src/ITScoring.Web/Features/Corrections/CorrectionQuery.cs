using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Publications;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Scoring;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Corrections;

/// <summary>Reads what a correction's page shows.</summary>
public sealed class CorrectionQuery(AppDbContext db, PeriodService periods, CriteriaSetCache sets, PublishedRecords records)
{
    /// <summary>The published period; null: there is none of that code, or it is not published.</summary>
    public async Task<Period?> PeriodAsync(string code, CancellationToken cancel) =>
        await periods.FindAsync(code, cancel) is { State: PeriodState.Published } period ? period : null;

    /// <summary>The publication that stands, with its record.</summary>
    public Task<Publication> LatestAsync(Period period, CancellationToken cancel) =>
        db.Publications.Include(p => p.Record).Where(p => p.PeriodId == period.Id).OrderByDescending(p => p.Number).FirstAsync(cancel);

    /// <summary>The correction that waits for the leader, tracked; null: none.</summary>
    public Task<Correction?> PreparedAsync(Period period, CancellationToken cancel) =>
        db.Corrections.AsSplitQuery().Include(c => c.Values).Include(c => c.Record).FirstOrDefaultAsync(c => c.PeriodId == period.Id && c.State == CorrectionState.Prepared, cancel);

    /// <param name="form">Chosen form; null: none.</param>
    /// <param name="typed">What was typed for the chosen criterion; null: the values that stand.</param>
    public async Task<CorrectionsPage> PageAsync(
        Period period, ReviewForm? form, Criterion? criterion, IReadOnlyDictionary<string, AnswerInput>? typed, IReadOnlyDictionary<string, string>? problems, string? reason, CancellationToken cancel)
    {
        var set = await sets.GetAsync(period, cancel);
        var latest = await LatestAsync(period, cancel);
        var prepared = await PreparedAsync(period, cancel);
        IReadOnlyList<CorrectionLine> lines = [];
        IReadOnlyList<PublicationChange> changes = [];
        if (prepared is not null)
        {
            var forms = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).ToDictionaryAsync(s => s.Id, s => s.AgencyId, cancel);
            lines = [.. prepared.Values.Select(v =>
            {
                var question = set.FindQuestion(v.QuestionCode)!;
                return new CorrectionLine(period.FindAgency(forms[v.SubmissionId])!.Name, v.QuestionCode, question.Text, AnswerText.Of(question, v.From), AnswerText.Of(question, v.To));
            })];
            changes = PublicationChange.Between((await records.ReadAsync(latest.RecordId, cancel)).Record, (await records.ReadAsync(prepared.RecordId, cancel)).Record);
        }

        return new CorrectionsPage(
            period, set, latest, prepared, lines, changes, form?.Agency, criterion, form is null || criterion is null ? [] : [.. Fields(form, criterion, typed, problems)], reason ?? prepared?.Reason ?? "");
    }

    private static IEnumerable<(Question, string, QuestionField)> Fields(
        ReviewForm form, Criterion criterion, IReadOnlyDictionary<string, AnswerInput>? typed, IReadOnlyDictionary<string, string>? problems)
    {
        foreach (var question in form.Set.QuestionsOf(criterion).Where(q => q.FilledBy != FilledBy.System))
        {
            var id = (CriterionQuery.Prefix + question.Code).ToLowerInvariant();
            var json = form.Answers.FirstOrDefault(a => a.QuestionCode == question.Code)?.ValueAt(AnswerStage.Final);
            var wrong = problems?.ContainsKey(question.Code) == true || typed?.GetValueOrDefault(question.Code)?.Problem is not null;
            yield return (question, AnswerText.Of(question, json), typed?.GetValueOrDefault(question.Code) is { } input
                ? QuestionField.Typed(question, input, CriterionQuery.Prefix, wrong, wrong ? id + "-f" : null, id + "-t")
                : QuestionField.Of(question, AnswerText.Value(question, json), CriterionQuery.Prefix, invalid: false, describedBy: null, labelledBy: id + "-t"));
        }
    }
}
