using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Files;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.EvidenceItems;

/// <summary>Adds, reuses, arranges, replaces and removes the documents of a form.</summary>
public sealed class EvidenceService(AppDbContext db, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome> CiteAsync(
        OwnForm form, Question question, string? number, DateOnly? date, string? issuer, string? @abstract, Placing? placing = null, CancellationToken cancel = default) =>
        AddAsync(form, question, placing, (EvidencePlace place, out Evidence? evidence) => form.Submission.Cite(form.Period, user.Actor, question, number, date, issuer, @abstract, clock.UtcNow(), out evidence, place), cancel);

    public Task<Outcome> LinkAsync(OwnForm form, Question question, string? url, string? title, Placing? placing = null, CancellationToken cancel = default) =>
        AddAsync(form, question, placing, (EvidencePlace place, out Evidence? evidence) => form.Submission.Link(form.Period, user.Actor, question, url, title, clock.UtcNow(), out evidence, place), cancel);

    /// <summary>Adds a stored file of the agency.</summary>
    public Task<Outcome> AttachAsync(OwnForm form, Question question, StoredFile file, string name, Placing? placing = null, CancellationToken cancel = default) =>
        AddAsync(form, question, placing, (EvidencePlace place, out Evidence? evidence) => form.Submission.Attach(form.Period, user.Actor, question, file, name, null, clock.UtcNow(), out evidence, place), cancel);

    /// <summary>Lets a document of the agency prove the question too: one of this form, or one of another form, which is taken over. Null: there is no such document.</summary>
    public async Task<Outcome?> ChooseAsync(OwnForm form, Question question, int evidenceId, string? part = null, CancellationToken cancel = default)
    {
        var source = await db.Evidence.Include(e => e.File).Include(e => e.Uses)
            .FirstOrDefaultAsync(e => e.Id == evidenceId && e.ExplanationId == null && e.RemovedAt == null && db.Submissions.Any(s => s.Id == e.SubmissionId && s.AgencyId == form.Agency.AgencyId), cancel);
        if (source is null)
            return null;
        if (source.SubmissionId == form.Submission.Id)
            return await ReuseAsync(form, question, evidenceId, part, cancel);
        // Before it is referred to, so that the sweep leaves it alone.
        var now = clock.UtcNow();
        if (source.FileId is { } file && await db.StoredFiles.Where(f => f.Id == file && f.DeletedAt == null).ExecuteUpdateAsync(u => u.SetProperty(f => f.LastUsedAt, now), cancel) == 0)
            return Outcome.WrongState("Tệp này không còn trong kho. Tải lại tệp từ máy tính.");
        return await AddAsync(form, question, new Placing(part), (EvidencePlace place, out Evidence? evidence) => form.Submission.TakeOver(form.Period, user.Actor, question, source, now, out evidence, place), cancel);
    }

    /// <summary>Lets a document of the form prove another question, or another part, too; null: there is no such document.</summary>
    public async Task<Outcome?> ReuseAsync(OwnForm form, Question question, int evidenceId, string? part = null, CancellationToken cancel = default)
    {
        if (await FindAsync(form, evidenceId, cancel) is not { } evidence)
            return null;
        var (place, problem) = await PlaceAsync(form, question, part, cancel);
        if (problem is not null)
            return problem;
        var outcome = form.Submission.Reuse(form.Period, user.Actor, question, evidence, place);
        if (outcome.Ok)
            await SaveAsync(form, question, "evidence.add", null, Describe(evidence), cancel);
        return outcome;
    }

    /// <summary>Changes the title of a link or file, and which parts of the answer a document proves; null: there is no such document.</summary>
    /// <param name="parts">Codes of options or numbers of rows; none: the whole answer.</param>
    public async Task<Outcome?> EditAsync(OwnForm form, Question question, int evidenceId, string? title, IReadOnlyCollection<string> parts, CancellationToken cancel = default)
    {
        if (await FindAsync(form, evidenceId, cancel) is not { } evidence)
            return null;
        var before = Describe(evidence);
        var outcome = evidence.Kind == EvidenceKind.Citation ? Outcome.Done : form.Submission.RenameEvidence(form.Period, user.Actor, question, evidence, title);
        if (outcome.Ok)
            outcome = form.Submission.LimitEvidence(form.Period, user.Actor, question, evidence, await AnswerAsync(form, question, cancel), parts);
        if (outcome.Ok)
            await SaveAsync(form, question, "evidence.rename", before, Describe(evidence), cancel);
        return outcome;
    }

    /// <summary>Moves a document one place among those of the question; null: there is no such document.</summary>
    public async Task<Outcome?> MoveAsync(OwnForm form, Question question, int evidenceId, bool up, CancellationToken cancel = default)
    {
        var all = (await db.Evidence.Include(e => e.Uses).Where(e => e.SubmissionId == form.Submission.Id && e.RemovedAt == null).ToListAsync(cancel)).OfQuestion(question.Code);
        if (await FindAsync(form, evidenceId, cancel) is not { } evidence)
            return null;
        var outcome = form.Submission.MoveEvidence(form.Period, user.Actor, question, all, evidence, up);
        if (outcome.Ok)
            await SaveAsync(form, question, "evidence.move", null, $"{(up ? "↑" : "↓")} {Describe(evidence)}", cancel);
        return outcome;
    }

    /// <summary>Takes a document off a question; null: there is no such document.</summary>
    public async Task<Outcome?> RemoveAsync(OwnForm form, Question question, int evidenceId, CancellationToken cancel = default)
    {
        if (await FindAsync(form, evidenceId, cancel) is not { } evidence)
            return null;
        var outcome = form.Submission.RemoveEvidence(form.Period, user.Actor, question, evidence, clock.UtcNow());
        if (outcome.Ok)
            await SaveAsync(form, question, "evidence.remove", Describe(evidence), null, cancel);
        return outcome;
    }

    private Task<Evidence?> FindAsync(OwnForm form, int id, CancellationToken cancel) =>
        db.Evidence.Include(e => e.Uses).FirstOrDefaultAsync(e => e.Id == id && e.SubmissionId == form.Submission.Id && e.ExplanationId == null && e.RemovedAt == null, cancel);

    private delegate Outcome Adding(EvidencePlace place, out Evidence? evidence);

    private async Task<Outcome> AddAsync(OwnForm form, Question question, Placing? placing, Adding add, CancellationToken cancel)
    {
        placing ??= Placing.AtTheEnd;
        var (place, problem) = await PlaceAsync(form, question, placing.Part, cancel);
        if (problem is not null)
            return problem;
        var old = placing.Replaces is { } id ? await FindAsync(form, id, cancel) : null;
        if (placing.Replaces is not null && old is null)
            return Outcome.WrongState("Tài liệu cần thay không còn ở câu này. Thêm tài liệu mới như bình thường.");
        var outcome = add(place, out var evidence);
        if (outcome.Ok && old is not null)
            outcome = form.Submission.ReplaceEvidence(form.Period, user.Actor, form.Set, question, old, evidence!, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        db.Evidence.Add(evidence!);
        await SaveAsync(form, question, old is null ? "evidence.add" : "evidence.replace", old is null ? null : Describe(old), Describe(evidence!), cancel);
        return outcome;
    }

    /// <summary>After those that the question has.</summary>
    private async Task<(EvidencePlace Place, Outcome? Problem)> PlaceAsync(OwnForm form, Question question, string? part, CancellationToken cancel)
    {
        part = part?.Trim() ?? "";
        if (part.Length > 0 && EvidencePart.Of(question, await AnswerAsync(form, question, cancel)).All(p => p.Code != part))
            return (EvidencePlace.Whole, Outcome.InputAt("part", $"Câu {question.Code} không còn phần đã chọn. Chọn lại phần mà tài liệu chứng minh."));
        var last = await db.EvidenceUses.Where(u => u.QuestionCode == question.Code && db.Evidence.Any(e => e.Id == u.EvidenceId && e.SubmissionId == form.Submission.Id))
            .MaxAsync(u => (int?)u.Position, cancel);
        return (new EvidencePlace(part, (last ?? 0) + 1), null);
    }

    private async Task<AnswerValue?> AnswerAsync(OwnForm form, Question question, CancellationToken cancel) =>
        AnswerText.Value(question, await db.Answers.Where(a => a.SubmissionId == form.Submission.Id && a.QuestionCode == question.Code).Select(a => a.DeclaredJson).FirstOrDefaultAsync(cancel));

    private async Task SaveAsync(OwnForm form, Question question, string action, string? from, string? to, CancellationToken cancel)
    {
        audit.Record(action, question.Code, from, to, null, form.Period.Id, form.Agency.AgencyId);
        db.Entry(form.Submission).Property(s => s.StateVersion).IsModified = true;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A document as the audit log names it.</summary>
    internal static string Describe(Evidence evidence) => evidence.Kind switch
    {
        EvidenceKind.Citation => $"{evidence.Number} ({VietnamTime.Day(evidence.Date!.Value)}, {evidence.Issuer})",
        EvidenceKind.File => evidence.Abstract is null ? evidence.FileName! : $"{evidence.Abstract} ({evidence.FileName})",
        _ => evidence.Url!,
    };
}
