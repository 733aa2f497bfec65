using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Explanations;

/// <summary>The agency's explanations: written by the editor, confirmed by the head, settled by a reviewer other than the first.</summary>
public sealed class ExplanationService(AppDbContext db, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    /// <summary>Writes the agency's draft on a criterion, or rewrites it.</summary>
    public async Task<Outcome> WriteAsync(OwnForm form, Criterion criterion, string? text, IReadOnlyList<ContestedValue> contested, CancellationToken cancel = default)
    {
        var existing = await db.Explanations.Include(e => e.Contested).Where(e => e.SubmissionId == form.Submission.Id && e.CriterionCode == criterion.Code).OrderBy(e => e.Id).ToListAsync(cancel);
        if (existing.Any(e => e.State is ExplanationState.Confirmed))
            return Outcome.WrongState("Giải trình tiêu chí này đã được thủ trưởng xác nhận nên không sửa được.");
        var explanation = existing.FirstOrDefault(e => e.State == ExplanationState.Drafted);
        if (explanation is null)
        {
            var sentAt = await ExplanationQuery.SentAtAsync(db, form.Period, cancel);
            if (existing.Any(e => e.SettledAt >= sentAt))
                return Outcome.WrongState("Giải trình tiêu chí này đã có kết luận trong đợt này.");
            explanation = new Explanation(form.Submission.Id, criterion.Code);
        }

        var before = explanation.Text.Length == 0 ? null : explanation.Text;
        var outcome = explanation.Write(form.Period, form.Submission, form.Set, user.Actor, PlainText.Clean(text), contested, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        if (explanation.Id == 0)
            db.Explanations.Add(explanation);
        audit.Record("explanation.write", criterion.Code, before, explanation.Text, null, form.Period.Id, form.Agency.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <summary>The head's confirmation; null: there is no such explanation.</summary>
    public async Task<Outcome?> ConfirmAsync(OwnForm form, int id, CancellationToken cancel = default)
    {
        if (await db.Explanations.Include(e => e.Contested).FirstOrDefaultAsync(e => e.Id == id && e.SubmissionId == form.Submission.Id, cancel) is not { } explanation)
            return null;
        var outcome = explanation.Confirm(form.Period, form.Submission, user.Actor, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        audit.Record("explanation.confirm", explanation.CriterionCode, nameof(ExplanationState.Drafted), nameof(ExplanationState.Confirmed), null, form.Period.Id, form.Agency.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <summary>Accepts or declines. Everything is loaded tracked: period, form, explanation with contested values.</summary>
    public async Task<Outcome> SettleAsync(Period period, Submission submission, Explanation explanation, bool accept, string? reason, CancellationToken cancel = default)
    {
        var codes = explanation.Contested.Select(c => c.QuestionCode).ToList();
        var answers = await db.Answers.Where(a => a.SubmissionId == submission.Id && codes.Contains(a.QuestionCode)).ToListAsync(cancel);
        foreach (var code in codes.Where(c => answers.All(a => a.QuestionCode != c)))
        {
            var answer = new Answer(submission.Id, code);
            answers.Add(answer);
            db.Answers.Add(answer);
        }

        var verdict = await db.CriterionVerdicts.FirstOrDefaultAsync(v => v.SubmissionId == submission.Id && v.CriterionCode == explanation.CriterionCode, cancel);
        var before = answers.ToDictionary(a => a.QuestionCode, a => a.ValueAt(AnswerStage.Final));
        var outcome = explanation.Settle(period, submission, user.Actor, verdict, answers, accept, PlainText.Clean(reason), clock.UtcNow());
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        foreach (var answer in answers.Where(a => accept && before[a.QuestionCode] != a.ValueAt(AnswerStage.Final)))
            audit.Record("answer.finalise", answer.QuestionCode, before[answer.QuestionCode], answer.ValueAt(AnswerStage.Final), explanation.SettlementReason, period.Id, submission.AgencyId);
        audit.Record("explanation.settle", explanation.CriterionCode, nameof(ExplanationState.Confirmed), explanation.State.ToString(), explanation.SettlementReason, period.Id, submission.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }
}
