using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Explanations;

/// <summary>The agency's explanations: written by the editor, confirmed by the head, settled by a reviewer other than the first.</summary>
public sealed class ExplanationService(AppDbContext db, CurrentUser user, AuditLog audit, CriteriaSetCache sets, ExplanationNotices notices, TimeProvider clock)
{
    /// <summary>Whether the agency may write on a criterion now, or rewrite what it wrote.</summary>
    public async Task<Outcome> MayWriteAsync(OwnForm form, Criterion criterion, CancellationToken cancel = default) => (await DraftAsync(form, criterion, cancel)).MayWrite;

    /// <summary>Writes the agency's draft on a criterion, or rewrites it.</summary>
    /// <param name="seen"><see cref="Seen"/> of the draft that the page showed; null: not checked.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else wrote or rewrote it since.</exception>
    public async Task<Outcome> WriteAsync(OwnForm form, Criterion criterion, string? text, IReadOnlyList<ContestedValue> contested, string? seen = null, CancellationToken cancel = default)
    {
        var (may, explanation) = await DraftAsync(form, criterion, cancel);
        if (!may.Ok)
            return may;
        if (seen is not null && seen != Seen(explanation))
            throw new DbUpdateConcurrencyException("The page showed another draft.");
        var before = explanation.Text.Length == 0 ? null : explanation.Text;
        var outcome = explanation.Write(form.Period, form.Submission, form.Set, user.Actor, PlainText.Clean(text), contested, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        if (explanation.Id == 0)
        {
            db.Explanations.Add(explanation);
            await notices.WrittenAsync(form.Period, form.Agency, explanation, cancel);
        }

        audit.Record("explanation.write", criterion.Code, before, explanation.Text, null, form.Period.Id, form.Agency.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <summary>Tells whether a page still shows the draft that is stored; documents that come and go do not count.</summary>
    public static string Seen(Explanation? draft) => (draft is null || draft.WrittenAt == default ? 0 : draft.WrittenAt.Ticks).ToString(CultureInfo.InvariantCulture);

    /// <summary>The head's confirmation; null: there is no such explanation.</summary>
    public Task<Outcome?> ConfirmAsync(OwnForm form, int id, CancellationToken cancel = default) => ConfirmAsync(form, [id], cancel);

    /// <summary>The head's confirmation of several at once, all or none; null: one of them does not exist.</summary>
    public async Task<Outcome?> ConfirmAsync(OwnForm form, IReadOnlyCollection<int> ids, CancellationToken cancel = default)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0)
            return Outcome.InputAt("ids", "Chọn ít nhất một giải trình để xác nhận.");
        var explanations = await db.Explanations.Include(e => e.Contested).Where(e => wanted.Contains(e.Id) && e.SubmissionId == form.Submission.Id).OrderBy(e => e.Id).ToListAsync(cancel);
        if (explanations.Count < wanted.Count)
            return null;
        foreach (var explanation in explanations)
        {
            var outcome = explanation.Confirm(form.Period, form.Submission, user.Actor, clock.UtcNow());
            if (!outcome.Ok)
            {
                db.ChangeTracker.Clear();
                return outcome;
            }

            audit.Record("explanation.confirm", explanation.CriterionCode, nameof(ExplanationState.Drafted), nameof(ExplanationState.Confirmed), null, form.Period.Id, form.Agency.AgencyId);
        }

        await notices.ConfirmedAsync(form.Period, form.Agency, form.Submission, explanations, cancel);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>When the window that stands open was opened, with the latest preliminary result.</summary>
    public Task<DateTime?> WindowOpenedAsync(Period period, CancellationToken cancel = default) =>
        db.FrozenRecords.Where(r => r.PeriodId == period.Id && r.Stage == RecordStage.Preliminary).MaxAsync(r => (DateTime?)r.FrozenAt, cancel);

    private async Task<(Outcome MayWrite, Explanation Draft)> DraftAsync(OwnForm form, Criterion criterion, CancellationToken cancel)
    {
        var existing = await db.Explanations.Include(e => e.Contested).Where(e => e.SubmissionId == form.Submission.Id && e.CriterionCode == criterion.Code).OrderBy(e => e.Id).ToListAsync(cancel);
        var draft = existing.FirstOrDefault(e => e.State == ExplanationState.Drafted) ?? new Explanation(form.Submission.Id, criterion.Code, existing.Count == 0 ? 1 : existing.Max(e => e.Round) + 1);
        var may = draft.MayWrite(form.Period, form.Submission, user.Actor, clock.UtcNow());
        if (may.Ok && existing.Any(e => e.State == ExplanationState.Confirmed))
            may = Outcome.WrongState("Giải trình tiêu chí này đã được thủ trưởng xác nhận nên không sửa được.");
        // After the leader handed the result back there is another window, and each may bring its own explanation.
        else if (may.Ok && await WindowOpenedAsync(form.Period, cancel) is { } opened && existing.Any(e => e.SettledAt >= opened))
            may = Outcome.WrongState("Giải trình tiêu chí này đã có kết luận trong đợt này.");
        return (may, draft);
    }

    /// <summary>What stands against a conclusion by the user; nothing is stored.</summary>
    /// <param name="final">As for <see cref="SettleAsync"/>; null: declined.</param>
    public async Task<Outcome> MayConcludeAsync(Period period, Submission submission, Explanation explanation, IReadOnlyList<ValueAdjustment>? final, string? reason, CancellationToken cancel = default)
    {
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == submission.Id).ToListAsync(cancel);
        var verdict = await db.CriterionVerdicts.AsNoTracking().FirstOrDefaultAsync(v => v.SubmissionId == submission.Id && v.CriterionCode == explanation.CriterionCode, cancel);
        var may = explanation.MaySettle(period, submission, user.Actor, verdict, answers);
        return may.Ok ? explanation.MayConclude(await sets.GetAsync(period, cancel), answers, final, PlainText.Clean(reason)) : may;
    }

    /// <summary>Accepts or declines. Everything is loaded tracked: period with its agencies, form, explanation with contested values.</summary>
    /// <param name="final">What becomes final when it is accepted, one value for each contested question; null: as claimed.</param>
    /// <param name="cohort">The cohort version whose effects were shown; null: not checked.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else settled it, or the cohort whose effects were shown has changed.</exception>
    public async Task<Outcome> SettleAsync(
        Period period, Submission submission, Explanation explanation, bool accept, string? reason, IReadOnlyList<ValueAdjustment>? final = null, int? cohort = null, CancellationToken cancel = default)
    {
        var set = await sets.GetAsync(period, cancel);
        var answers = await db.Answers.Where(a => a.SubmissionId == submission.Id).ToListAsync(cancel);
        foreach (var code in explanation.Contested.Select(c => c.QuestionCode).Where(c => answers.TrueForAll(a => a.QuestionCode != c)).ToList())
        {
            var answer = new Answer(submission.Id, code);
            answers.Add(answer);
            if (accept)
                db.Answers.Add(answer);
        }

        var verdict = await db.CriterionVerdicts.FirstOrDefaultAsync(v => v.SubmissionId == submission.Id && v.CriterionCode == explanation.CriterionCode, cancel);
        var before = answers.ToDictionary(a => a.QuestionCode, a => a.ValueAt(AnswerStage.Final));
        final ??= [.. explanation.Contested.Select(c => new ValueAdjustment(c.QuestionCode, c.ClaimedJson))];
        var outcome = explanation.Settle(period, submission, set, user.Actor, verdict, answers, accept ? final : null, PlainText.Clean(reason), clock.UtcNow());
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        if (accept && cohort is { } seen)
            db.ExpectCohort(period, seen);
        foreach (var answer in answers.Where(a => before[a.QuestionCode] != a.ValueAt(AnswerStage.Final)))
            audit.Record("answer.finalise", answer.QuestionCode, before[answer.QuestionCode], answer.ValueAt(AnswerStage.Final), explanation.SettlementReason, period.Id, submission.AgencyId);
        audit.Record("explanation.settle", explanation.CriterionCode, nameof(ExplanationState.Confirmed), explanation.State.ToString(), explanation.SettlementReason, period.Id, submission.AgencyId);
        await notices.SettledAsync(period, period.FindAgency(submission.AgencyId)!, explanation, cancel);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }
}
