using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.EvidenceItems;

/// <summary>Adds, reuses and removes the citations and links of a form.</summary>
public sealed class EvidenceService(AppDbContext db, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome> CiteAsync(OwnForm form, Question question, string? number, DateOnly? date, string? issuer, string? @abstract, CancellationToken cancel = default)
    {
        var outcome = form.Submission.Cite(form.Period, user.Actor, question, number, date, issuer, @abstract, clock.UtcNow(), out var evidence);
        return await AddAsync(form, question, outcome, evidence, cancel);
    }

    public async Task<Outcome> LinkAsync(OwnForm form, Question question, string? url, string? title, CancellationToken cancel = default)
    {
        var outcome = form.Submission.Link(form.Period, user.Actor, question, url, title, clock.UtcNow(), out var evidence);
        return await AddAsync(form, question, outcome, evidence, cancel);
    }

    /// <summary>Lets a document of the form prove another question too; null: there is no such document.</summary>
    public async Task<Outcome?> ReuseAsync(OwnForm form, Question question, int evidenceId, CancellationToken cancel = default)
    {
        if (await FindAsync(form, evidenceId, cancel) is not { } evidence)
            return null;
        var outcome = form.Submission.Reuse(form.Period, user.Actor, question, evidence);
        if (outcome.Ok)
            await SaveAsync(form, question, "evidence.add", null, Describe(evidence), cancel);
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

    private Task<Domain.Submissions.Evidence?> FindAsync(OwnForm form, int id, CancellationToken cancel) =>
        db.Evidence.Include(e => e.Uses).FirstOrDefaultAsync(e => e.Id == id && e.SubmissionId == form.Submission.Id && e.RemovedAt == null, cancel);

    private async Task<Outcome> AddAsync(OwnForm form, Question question, Outcome outcome, Domain.Submissions.Evidence? evidence, CancellationToken cancel)
    {
        if (!outcome.Ok)
            return outcome;
        db.Evidence.Add(evidence!);
        await SaveAsync(form, question, "evidence.add", null, Describe(evidence!), cancel);
        return outcome;
    }

    private async Task SaveAsync(OwnForm form, Question question, string action, string? from, string? to, CancellationToken cancel)
    {
        audit.Record(action, question.Code, from, to, null, form.Period.Id, form.Agency.AgencyId);
        db.Entry(form.Submission).Property(s => s.StateVersion).IsModified = true;
        await db.SaveChangesAsync(cancel);
    }

    private static string Describe(Domain.Submissions.Evidence evidence) =>
        evidence.Kind == EvidenceKind.Citation ? $"{evidence.Number} ({VietnamTime.Day(evidence.Date!.Value)}, {evidence.Issuer})" : evidence.Url!;
}
