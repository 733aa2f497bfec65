using ITScoring.Domain.Accounts;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;

namespace ITScoring.Domain.Reviews;

/// <summary>The verbs of an explanation's documents: new evidence, added and removed while the editor may still rewrite the explanation.</summary>
public static class ExplanationDocuments
{
    /// <summary>Adds a citation.</summary>
    public static Outcome Cite(
        this Explanation explanation, Period period, Submission form, Actor editor, string? number, DateOnly? date, string? issuer, string? @abstract, DateTime now, out Evidence? evidence)
    {
        evidence = null;
        if (explanation.MayWrite(period, form, editor, now) is { Ok: false } refused)
            return refused;
        return Supporting(explanation, NewEvidence.Citation(form, editor, number, date, issuer, @abstract, now, out evidence), evidence);
    }

    /// <summary>Adds an http or https address, as it was typed.</summary>
    public static Outcome Link(this Explanation explanation, Period period, Submission form, Actor editor, string? url, string? title, DateTime now, out Evidence? evidence)
    {
        evidence = null;
        if (explanation.MayWrite(period, form, editor, now) is { Ok: false } refused)
            return refused;
        return Supporting(explanation, NewEvidence.Link(form, editor, url, title, now, out evidence), evidence);
    }

    /// <summary>Adds a stored file of the agency.</summary>
    /// <param name="name">The file's own name, in NFC.</param>
    public static Outcome Attach(this Explanation explanation, Period period, Submission form, Actor editor, StoredFile file, string name, DateTime now, out Evidence? evidence)
    {
        evidence = null;
        if (explanation.MayWrite(period, form, editor, now) is { Ok: false } refused)
            return refused;
        return Supporting(explanation, NewEvidence.File(form, editor, file, name, null, now, out evidence), evidence);
    }

    public static Outcome RemoveEvidence(this Explanation explanation, Period period, Submission form, Actor editor, Evidence evidence, DateTime now)
    {
        if (explanation.MayWrite(period, form, editor, now) is { Ok: false } refused)
            return refused;
        if (evidence.ExplanationId != explanation.Id || evidence.RemovedAt is not null)
            return Outcome.WrongState("Không tìm thấy tài liệu này ở giải trình.");
        evidence.Remove(now);
        return Outcome.Done;
    }

    private static Outcome Supporting(Explanation explanation, Outcome outcome, Evidence? evidence)
    {
        evidence?.SupportExplanation(explanation.Id);
        return outcome;
    }
}
