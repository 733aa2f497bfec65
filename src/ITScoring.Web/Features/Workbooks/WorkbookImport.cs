using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Sections;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>Takes answers over from a workbook: first shows what would change, then stores what was chosen by the section page's own save.</summary>
public sealed class WorkbookImport(AppDbContext db, CurrentUser user, WorkbookQuery query, WorkbookTickets tickets, SectionService service, OthersValues others, OwnForms forms)
{
    /// <summary>What a workbook would change in the form.</summary>
    /// <param name="file">Can be sought.</param>
    public async Task<InputResult<WorkbookPreview>> PreviewAsync(OwnForm form, Stream file, CancellationToken cancel = default)
    {
        if (Closed(form) is { } closed)
            return InputResult<WorkbookPreview>.Wrong(closed);
        var workbook = WorkbookReader.Read(file);
        if (workbook.Problem is { } unreadable)
            return InputResult<WorkbookPreview>.Wrong(unreadable);
        var stamp = WorkbookMatch.Of(workbook.Value!, form, await query.SetSha256Async(form, cancel));
        if (stamp.Problem is { } other)
            return InputResult<WorkbookPreview>.Wrong(other);
        var preview = await PreviewAsync(form, WorkbookParts.Of(workbook.Value!, WorkbookMatch.Places(form, stamp.Value!), stamp.Value!), null, cancel);
        return preview.Ticket?.Length > SealedTickets.MaxLetters
            ? InputResult<WorkbookPreview>.Wrong("Phiếu có quá nhiều nội dung thay đổi để ghi một lần. Chia làm hai tệp: mỗi tệp chỉ giữ thay đổi của một nửa số phần.")
            : InputResult<WorkbookPreview>.Of(preview);
    }

    /// <summary>What is left to be asked of parts that were shown before.</summary>
    /// <param name="ticked">Keys of the boxes that were ticked; null: as is usual for each kind.</param>
    public async Task<WorkbookPreview> PreviewAsync(OwnForm form, IReadOnlyList<WorkbookPart> parts, IReadOnlySet<string>? ticked, CancellationToken cancel = default)
    {
        var codes = parts.Select(p => p.Code).ToHashSet();
        var answers = (await db.Answers.AsNoTracking().Where(a => a.SubmissionId == form.Submission.Id).ToListAsync(cancel)).Where(a => codes.Contains(a.QuestionCode)).ToDictionary(a => a.QuestionCode);
        var changes = parts.Select(p => Change(form, p, answers.GetValueOrDefault(p.Code), ticked)).OfType<WorkbookChange>().ToList();
        var named = await NamedAsync(form, changes, answers, cancel);
        var usable = named.Where(c => c.Kind != WorkbookChangeKind.Invalid).Select(c => c.Part).ToList();
        return new WorkbookPreview(named, usable.Count == 0 ? null : tickets.Seal(form, usable), form.Set.Questions.Count - named.Select(c => c.Question.Code).Distinct().Count());
    }

    /// <summary>Stores the chosen parts in one save, unless somebody changed them since the preview.</summary>
    /// <returns>The form as it is now and what came of it; null: there is no such form.</returns>
    public async Task<(OwnForm Form, SectionSave Save)?> ApplyAsync(string period, string agency, IReadOnlyList<WorkbookPart> chosen, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await forms.ForAnswersAsync(period, agency, cancel) is not { } form)
                return null;
            try
            {
                return (form, await service.SaveAsync(form, await PostedAsync(form, chosen, cancel), cancel));
            }
            catch (DbUpdateConcurrencyException)
            {
                // What somebody saved between our reading and our writing is read like anything that was there before.
                forms.Forget();
                if (attempt == SectionService.Attempts && await forms.ForAnswersAsync(period, agency, cancel) is { } now)
                    return (now, new SectionSave { Refusal = Outcome.WrongState("Phiếu hoặc câu trả lời vừa được người khác thay đổi.") });
            }
            catch (Exception problem) when (StorageFailure.Is(problem))
            {
                forms.Forget();
                return (form, new SectionSave { Refusal = Outcome.WrongState(SectionService.NotWritten) });
            }
        }
    }

    /// <summary>Why no question of the form can be answered now; null when one can.</summary>
    private string? Closed(OwnForm form)
    {
        var own = form.Set.Questions.Where(q => q.FilledBy == FilledBy.Agency).Select(q => form.Submission.MayAnswer(form.Period, user.Actor, q)).ToList();
        return own.Any(o => o.Ok) ? null : own.FirstOrDefault()?.Problems[0];
    }

    private async Task<List<PostedAnswer>> PostedAsync(OwnForm form, IReadOnlyList<WorkbookPart> chosen, CancellationToken cancel)
    {
        var codes = chosen.Select(p => p.Code).Distinct().ToList();
        var stored = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == form.Submission.Id && codes.Contains(a.QuestionCode)).ToDictionaryAsync(a => a.QuestionCode, a => a.DeclaredJson, cancel);
        return
        [
            .. chosen.GroupBy(p => p.Code).Select(g =>
            {
                var question = form.Set.FindQuestion(g.Key)!;
                var (value, note) = (g.FirstOrDefault(p => !p.IsNote), g.FirstOrDefault(p => p.IsNote));
                return new PostedAnswer(
                    question,
                    value is null ? AnswerInput.Of(AnswerText.Value(question, stored.GetValueOrDefault(g.Key))) : WorkbookAnswer.InputOf(question, value.Fields),
                    note?.Note,
                    g.First().Version,
                    Shown: null,
                    KeepsNote: note is null);
            }),
        ];
    }

    /// <summary>The line of one part; null when the portal says the same already.</summary>
    private WorkbookChange? Change(OwnForm form, WorkbookPart part, Answer? stored, IReadOnlySet<string>? ticked)
    {
        var question = form.Set.FindQuestion(part.Code)!;
        var json = part.IsNote || part.Refused is not null ? null : WorkbookAnswer.InputOf(question, part.Fields).Json;
        var (given, stands) = part.IsNote ? (part.Note, stored?.Note) : (json, stored?.DeclaredJson);
        if (part.Refused is null && given == stands)
            return null;
        var problem = form.Submission.MayAnswer(form.Period, user.Actor, question) is { Ok: false } locked ? locked.Problems[0]
            : part.Refused?.Problem ?? (part.IsNote ? new PostedAnswer(question, AnswerInput.Of(null), part.Note, null, null).Problem : null);
        var fingerprint = part.IsNote ? PostedAnswer.Fingerprint(null, stands) : PostedAnswer.Fingerprint(stands, null);
        var kind = problem is not null ? WorkbookChangeKind.Invalid
            : (stored?.Version ?? 0) != part.FromVersion && fingerprint != part.From ? WorkbookChangeKind.ChangedOnWeb
            : stands is null ? WorkbookChangeKind.New
            : WorkbookChangeKind.Changed;
        return new WorkbookChange(
            part with { Version = stored?.Version ?? 0 },
            question,
            kind,
            Words(question, part.IsNote, stands),
            part.Refused?.Typed ?? Words(question, part.IsNote, given),
            problem,
            ChangedBy: null,
            IsTicked: kind is WorkbookChangeKind.New or WorkbookChangeKind.Changed && ticked?.Contains(part.Key) != false);
    }

    private static string Words(Question question, bool isNote, string? value) => isNote ? value ?? "Không có ghi chú" : AnswerText.Of(question, value);

    /// <summary>Puts to every line that somebody changed on the portal who did, and when.</summary>
    private async Task<List<WorkbookChange>> NamedAsync(OwnForm form, List<WorkbookChange> changes, Dictionary<string, Answer> answers, CancellationToken cancel)
    {
        var onWeb = changes.Where(c => c.Kind == WorkbookChangeKind.ChangedOnWeb).ToList();
        if (onWeb.Count == 0)
            return changes;
        var notes = onWeb.Where(c => c.Part.IsNote).Select(c => c.Question.Code).ToList();
        var written = await others.NotesAsync(form, notes, cancel);
        var ids = answers.Values.Select(a => a.DeclaredById).Concat(written.Values.Select(w => w.ActorId)).OfType<int>().ToHashSet();
        var people = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        return [.. changes.Select(c => c.Kind != WorkbookChangeKind.ChangedOnWeb ? c : c with
        {
            ChangedBy = c.Part.IsNote
                ? written.TryGetValue(c.Question.Code, out var note) ? Said(people, note.ActorId, note.At) : Said(people, null, null)
                : Said(people, answers.GetValueOrDefault(c.Question.Code)?.DeclaredById, answers.GetValueOrDefault(c.Question.Code)?.DeclaredAt),
        })];
    }

    private static string Said(Dictionary<int, string> people, int? who, DateTime? at) =>
        people.GetValueOrDefault(who ?? 0, "Người khác") + (at is { } moment ? $" lúc {VietnamTime.Stamp(moment)}" : "");
}
