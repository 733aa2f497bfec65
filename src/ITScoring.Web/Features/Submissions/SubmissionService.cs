using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Input;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Submissions;

/// <summary>Moves a form between its states: present, recall, send back, submit.</summary>
public sealed class SubmissionService(AppDbContext db, CurrentUser user, AuditLog audit, FormState forms, WorkingCalendar calendar, FormNotices notices, TimeProvider clock)
{
    /// <summary>Puts the form before the head. Notes on warnings are stored even when something else still blocks.</summary>
    /// <param name="notes">By finding code; blank removes nothing and adds nothing.</param>
    public async Task<Outcome> PresentAsync(OwnForm form, IReadOnlyDictionary<string, string?> notes, CancellationToken cancel = default)
    {
        if (await SaveNotesAsync(form, notes, cancel) is { Ok: false } refused)
            return refused;
        var state = await forms.OfAsync(form, cancel);
        return await MoveAsync(form, Verb.Present, null, f => f.Submission.Present(f.Period, user.Actor, state.Findings, state.Notes.Keys.ToHashSet(), clock.UtcNow()), cancel);
    }

    /// <summary>Stores the agency's word on warnings.</summary>
    public async Task<Outcome> SaveNotesAsync(OwnForm form, IReadOnlyDictionary<string, string?> notes, CancellationToken cancel = default)
    {
        if (notes.Count == 0)
            return Outcome.Done;
        var rule = VerbTable.Check(Verb.Answer, user.Role, form.Period.State, form.Submission.State);
        if (!rule.Ok || form.Submission.LockedAt is not null)
            return rule.Ok ? Outcome.WrongState("Phiếu đã khóa khi gửi kết quả sơ bộ.") : rule;
        var stored = await db.CheckNotes.Where(n => n.SubmissionId == form.Submission.Id).ToDictionaryAsync(n => n.FindingCode, cancel);
        var known = (await forms.OfAsync(form, cancel)).Findings.All.ToLookup(f => f.Code);
        var (changed, foreign) = (false, new List<string>());
        foreach (var (code, typed) in notes)
        {
            if (PlainText.Clean(typed) is not { } text || !known.Contains(code) || (stored.TryGetValue(code, out var old) && old.Text == text))
                continue;
            if (known[code].SelectMany(f => f.Questions).Select(q => form.Set.FindQuestion(q)!.Section).Distinct().ToList() is { Count: > 0 } sections && !sections.Exists(s => form.Submission.IsOwnSection(user.Actor, s)))
            {
                foreign.Add(code);
                continue;
            }

            audit.Record("finding.note", code, stored.GetValueOrDefault(code)?.Text, text, null, form.Period.Id, form.Agency.AgencyId);
            if (stored.TryGetValue(code, out var note))
                note.Rewrite(text, user.UserId, clock.UtcNow());
            else
                db.CheckNotes.Add(new CheckNote(form.Submission.Id, code, text, user.UserId, clock.UtcNow()));
            changed = true;
        }

        if (changed)
        {
            db.Entry(form.Submission).Property(s => s.StateVersion).IsModified = true;
            await db.SaveChangesAsync(cancel);
        }

        return foreign.Count == 0
            ? Outcome.Done
            : Outcome.NotAllowed($"Chưa lưu ghi chú của {foreign.Count} cảnh báo thuộc các phần đã giao cho người khác ({string.Join(", ", foreign)}).");
    }

    public Task<Outcome> RecallAsync(OwnForm form, CancellationToken cancel = default) =>
        MoveAsync(form, Verb.Recall, null, f => f.Submission.Recall(f.Period, user.Actor, clock.UtcNow()), cancel);

    public Task<Outcome> SendBackAsync(OwnForm form, string? reason, CancellationToken cancel = default) =>
        MoveAsync(form, Verb.SendBack, reason, f => f.Submission.SendBack(f.Period, user.Actor, PlainText.Clean(reason), clock.UtcNow()), cancel);

    /// <summary>The head's official submission, with its receipt; verdicts on returned questions are to be looked at again.</summary>
    public async Task<Outcome> SubmitAsync(OwnForm form, CancellationToken cancel = default)
    {
        var state = await forms.OfAsync(form, cancel);
        var working = await calendar.GetAsync(cancel);
        var content = FormContent.Of(form.Set, form.Agency.Code, form.Period.Code, state.Answers.Values, [.. state.Evidence]);
        var answered = form.Submission.OpenReturn;
        return await MoveAsync(
            form,
            Verb.Submit,
            null,
            f => f.Submission.Submit(f.Period, user.Actor, state.Findings, state.Notes.Keys.ToHashSet(), working, content.Json, content.Sha256, clock.UtcNow()),
            cancel,
            async () =>
            {
                if (answered is null)
                    return;
                var verdicts = await db.CriterionVerdicts.Where(v => v.SubmissionId == form.Submission.Id).ToListAsync(cancel);
                var seconds = await db.SecondReviews.Where(r => r.SubmissionId == form.Submission.Id && r.ClosedAt == null).ToListAsync(cancel);
                var review = new Review(form.Set, form.Period, form.Submission, [], verdicts, seconds);
                review.LookAgainAfter(answered, user.Actor, clock.UtcNow());
                db.SecondReviews.AddRange(review.NewSeconds);
                audit.RecordLookAgain(review.Touched, form.Period.Id, form.Agency.AgencyId);
            });
    }

    private async Task<Outcome> MoveAsync(OwnForm form, Verb verb, string? reason, Func<OwnForm, Outcome> move, CancellationToken cancel, Func<Task>? also = null)
    {
        var before = form.Submission.State;
        var outcome = move(form);
        if (!outcome.Ok)
            return outcome;
        if (also is not null)
            await also();
        audit.Record($"submission.{Name(verb)}", form.Agency.Code, before.ToString(), form.Submission.State.ToString(), PlainText.Clean(reason), form.Period.Id, form.Agency.AgencyId);
        await TellAsync(form, verb, cancel);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <summary>Those whose step is next, in the same save.</summary>
    private Task TellAsync(OwnForm form, Verb verb, CancellationToken cancel) => verb switch
    {
        Verb.Present => notices.PresentedAsync(form.Period, form.Agency, form.Submission, cancel),
        Verb.SendBack => notices.SentBackAsync(form.Period, form.Agency, form.Submission, cancel),
        Verb.Submit => notices.SubmittedAsync(form.Period, form.Agency, form.Submission, cancel),
        _ => Task.CompletedTask,
    };

    private static string Name(Verb verb) => verb switch
    {
        Verb.Present => "present",
        Verb.Recall => "recall",
        Verb.SendBack => "send-back",
        Verb.Submit => "submit",
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, null),
    };
}
