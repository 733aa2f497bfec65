using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Publications;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Corrections;

/// <summary>Prepares, withdraws and publishes corrections.</summary>
public sealed class CorrectionService(AppDbContext db, CorrectionQuery query, ResultRecords records, PublicationMaker maker, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    /// <summary>Freezes the record that would be published with the values put right, those of a correction that waits already included; that one is withdrawn.</summary>
    public async Task<Outcome> PrepareAsync(Period period, ReviewForm form, Criterion criterion, IReadOnlyList<ValueAdjustment> values, string? reason, CancellationToken cancel)
    {
        if (values.Select(v => v.QuestionCode).Except(form.Set.QuestionsOf(criterion).Select(q => q.Code)).FirstOrDefault() is { } foreign)
            return Outcome.Input($"Câu {foreign} không thuộc tiêu chí {criterion.Code}.");
        if (Correction.Check(user.Actor, period, form.Set, form.Answers, values) is { Ok: false } wrong)
            return wrong;
        var published = form.Answers.ToDictionary(a => a.QuestionCode, a => a.ValueAt(AnswerStage.Final));
        if (values.FirstOrDefault(v => !published.ContainsKey(v.QuestionCode) && v.Json is not null) is { } unasked)
            return Outcome.InputAt(unasked.QuestionCode, $"Cơ quan chưa trả lời câu {unasked.QuestionCode} nên không đính chính được câu này.");
        var latest = await query.LatestAsync(period, cancel);
        var waiting = await query.PreparedAsync(period, cancel);
        var corrected = (waiting?.Values ?? []).Where(v => v.SubmissionId != form.Submission.Id || values.All(n => n.QuestionCode != v.QuestionCode)).Select(v => new CorrectionValue(v.SubmissionId, v.QuestionCode, v.From, v.To))
            .Concat(values.Where(v => published.ContainsKey(v.QuestionCode)).Select(v => new CorrectionValue(form.Submission.Id, v.QuestionCode, published[v.QuestionCode], v.Json)))
            .Where(v => v.From != v.To).ToList();
        var record = await records.BuildAsync(period, RecordStage.Correction, corrected, reason?.Trim(), cancel);
        var (outcome, correction) = Correction.Prepare(user.Actor, period, latest, record, corrected, reason, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        waiting?.Withdraw(user.Actor, period, clock.UtcNow());
        db.Corrections.Add(correction!);
        audit.Record("correction.prepare", period.Code, null, string.Join("; ", corrected.Select(v => $"{v.QuestionCode}: {v.From} → {v.To}")), reason, period.Id, form.Agency.AgencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    public async Task<Outcome> WithdrawAsync(Period period, CancellationToken cancel)
    {
        if (await query.PreparedAsync(period, cancel) is not { } waiting)
            return Outcome.WrongState("Không có bản đính chính nào đang chờ công bố.");
        var outcome = waiting.Withdraw(user.Actor, period, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        audit.Record("correction.withdraw", period.Code, null, null, waiting.Reason, period.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <param name="recordSha256">Hash of the record that the leader looked at.</param>
    public async Task<Outcome> PublishAsync(Period period, string recordSha256, DocumentReference decision, CancellationToken cancel)
    {
        if (await query.PreparedAsync(period, cancel) is not { } waiting)
            return Outcome.WrongState("Không có bản đính chính nào đang chờ công bố.");
        var latest = await query.LatestAsync(period, cancel);
        var ids = waiting.Values.Select(v => v.SubmissionId).ToList();
        // The save checks that no form was moved meanwhile.
        await db.Submissions.Where(s => ids.Contains(s.Id)).LoadAsync(cancel);
        var answers = await db.Answers.Where(a => ids.Contains(a.SubmissionId)).ToDictionaryAsync(a => (a.SubmissionId, a.QuestionCode), cancel);
        var (outcome, publication) = waiting.Publish(user.Actor, period, latest, recordSha256, decision, answers, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        await maker.AddFilesAsync(period, publication!, waiting.Record!, latest.Number, cancel);
        db.Publications.Add(publication!);
        audit.Record("correction.publish", period.Code, $"{latest.Number}", $"{publication!.Number}; {decision.Number}; {recordSha256}", waiting.Reason, period.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }
}
