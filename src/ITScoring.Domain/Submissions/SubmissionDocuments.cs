using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;

namespace ITScoring.Domain.Submissions;

/// <summary>The verbs of a form's documents: each is allowed where the question that it proves may be answered.</summary>
public static class SubmissionDocuments
{
    /// <summary>Adds a citation as evidence of a question.</summary>
    public static Outcome Cite(this Submission form, Period period, Actor actor, Question question, string? number, DateOnly? date, string? issuer, string? @abstract, DateTime now, out Evidence? evidence, EvidencePlace? place = null)
    {
        evidence = null;
        if (form.MayAnswer(period, actor, question) is { Ok: false } refused)
            return refused;
        if (NewEvidence.Citation(form, actor, number, date, issuer, @abstract, now, out evidence) is { Ok: false } wrong)
            return wrong;
        evidence!.UseFor(question.Code, place ?? EvidencePlace.Whole);
        return Outcome.Done;
    }

    /// <summary>Adds an http or https address as evidence of a question, as it was typed.</summary>
    public static Outcome Link(this Submission form, Period period, Actor actor, Question question, string? url, string? title, DateTime now, out Evidence? evidence, EvidencePlace? place = null)
    {
        evidence = null;
        if (form.MayAnswer(period, actor, question) is { Ok: false } refused)
            return refused;
        if (NewEvidence.Link(form, actor, url, title, now, out evidence) is { Ok: false } wrong)
            return wrong;
        evidence!.UseFor(question.Code, place ?? EvidencePlace.Whole);
        return Outcome.Done;
    }

    /// <summary>Adds a stored file of the agency as evidence of a question.</summary>
    /// <param name="name">The file's own name, in NFC.</param>
    public static Outcome Attach(this Submission form, Period period, Actor actor, Question question, StoredFile file, string name, string? title, DateTime now, out Evidence? evidence, EvidencePlace? place = null)
    {
        evidence = null;
        if (form.MayAnswer(period, actor, question) is { Ok: false } refused)
            return refused;
        if (NewEvidence.File(form, actor, file, name, title, now, out evidence) is { Ok: false } wrong)
            return wrong;
        evidence!.UseFor(question.Code, place ?? EvidencePlace.Whole);
        return Outcome.Done;
    }

    /// <summary>Takes a document of another form of the agency over into this one.</summary>
    /// <param name="source">With its file.</param>
    public static Outcome TakeOver(this Submission form, Period period, Actor actor, Question question, Evidence source, DateTime now, out Evidence? evidence, EvidencePlace? place = null)
    {
        evidence = null;
        if (form.MayAnswer(period, actor, question) is { Ok: false } refused)
            return refused;
        if (source.Kind == EvidenceKind.File && source.File is not { IsServed: true })
            return Outcome.WrongState("Tệp này không còn trong kho. Tải lại tệp từ máy tính.");
        evidence = source.CopyFor(form.Id, actor.UserId, now);
        evidence.UseFor(question.Code, place ?? EvidencePlace.Whole);
        return Outcome.Done;
    }

    /// <summary>Lets a document that the form already has prove another question, or another part of one, too.</summary>
    public static Outcome Reuse(this Submission form, Period period, Actor actor, Question question, Evidence evidence, EvidencePlace? place = null)
    {
        if (form.MayAnswer(period, actor, question) is { Ok: false } refused)
            return refused;
        if (evidence.SubmissionId != form.Id || evidence.ExplanationId is not null || evidence.RemovedAt is not null)
            return Outcome.WrongState("Không tìm thấy tài liệu này trong phiếu.");
        evidence.UseFor(question.Code, place ?? EvidencePlace.Whole);
        return Outcome.Done;
    }

    /// <summary>Gives a link or a file the title by which people know it; blank: its address, its own name.</summary>
    public static Outcome RenameEvidence(this Submission form, Period period, Actor actor, Question question, Evidence evidence, string? title)
    {
        if (form.MayChange(period, actor, question, evidence) is { Ok: false } refused)
            return refused;
        if (evidence.Kind == EvidenceKind.Citation)
            return Outcome.WrongState("Văn bản được gọi theo số, ký hiệu. Dùng “Thay” để sửa số, ký hiệu, ngày hoặc trích yếu.");
        evidence.Rename(string.IsNullOrWhiteSpace(title) ? null : title.Trim());
        return Outcome.Done;
    }

    /// <summary>Says which parts of the answer a document proves.</summary>
    /// <param name="answer">As declared now.</param>
    /// <param name="parts">Codes of ticked options or numbers of rows; none: the whole answer.</param>
    public static Outcome LimitEvidence(this Submission form, Period period, Actor actor, Question question, Evidence evidence, AnswerValue? answer, IReadOnlyCollection<string> parts)
    {
        if (form.MayChange(period, actor, question, evidence) is { Ok: false } refused)
            return refused;
        var known = EvidencePart.Of(question, answer).Select(p => p.Code).ToHashSet();
        if (parts.FirstOrDefault(p => p.Length > 0 && !known.Contains(p)) is { } unknown)
            return Outcome.InputAt("parts", $"Câu {question.Code} không có phần “{unknown}”. Chọn lại phần mà tài liệu chứng minh.");
        evidence.LimitTo(question.Code, parts.Any(p => p.Length > 0) ? [.. parts.Where(p => p.Length > 0).Distinct()] : [""]);
        return Outcome.Done;
    }

    /// <summary>Moves a document one place up or down among those of a question; at the end it stays.</summary>
    /// <param name="documents">All current ones of the question, in their order.</param>
    public static Outcome MoveEvidence(this Submission form, Period period, Actor actor, Question question, IReadOnlyList<Evidence> documents, Evidence evidence, bool up)
    {
        if (form.MayChange(period, actor, question, evidence) is { Ok: false } refused)
            return refused;
        var order = documents.ToList();
        var from = order.IndexOf(evidence);
        var to = Math.Clamp(up ? from - 1 : from + 1, 0, order.Count - 1);
        order.RemoveAt(from);
        order.Insert(to, evidence);
        for (var i = 0; i < order.Count; i++)
            order[i].PlaceAt(question.Code, i + 1);
        return Outcome.Done;
    }

    /// <summary>
    /// Puts a new document in the place of an old one, at every question that the actor may answer now; the old one is
    /// kept as history, and stays in use where nothing may be changed.
    /// </summary>
    public static Outcome ReplaceEvidence(this Submission form, Period period, Actor actor, CriteriaSet set, Question question, Evidence old, Evidence @new, DateTime now)
    {
        if (form.MayChange(period, actor, question, old) is { Ok: false } refused)
            return refused;
        var questions = old.Uses.Select(u => u.QuestionCode).Distinct().ToList();
        foreach (var code in questions.Where(c => set.FindQuestion(c) is { } q && form.MayAnswer(period, actor, q).Ok))
        {
            @new.Replace(old, code);
            old.StopUseFor(code, now);
        }

        return Outcome.Done;
    }

    public static Outcome RemoveEvidence(this Submission form, Period period, Actor actor, Question question, Evidence evidence, DateTime now)
    {
        if (form.MayChange(period, actor, question, evidence) is { Ok: false } refused)
            return refused;
        evidence.StopUseFor(question.Code, now);
        return Outcome.Done;
    }

    private static Outcome MayChange(this Submission form, Period period, Actor actor, Question question, Evidence evidence)
    {
        if (form.MayAnswer(period, actor, question) is { Ok: false } refused)
            return refused;
        return evidence.SubmissionId == form.Id && evidence.IsUsedFor(question.Code) ? Outcome.Done : Outcome.WrongState("Không tìm thấy tài liệu này ở câu hỏi.");
    }
}
