using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Files;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.ExplanationEvidence;

/// <summary>Adds and removes the documents of an explanation that is still a draft.</summary>
public sealed class ExplanationEvidenceService(AppDbContext db, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome> CiteAsync(OwnForm form, Explanation explanation, string? number, DateOnly? date, string? issuer, string? @abstract, CancellationToken cancel = default) =>
        AddAsync(form, explanation, explanation.Cite(form.Period, form.Submission, user.Actor, number, date, issuer, @abstract, clock.UtcNow(), out var evidence), evidence, cancel);

    public Task<Outcome> LinkAsync(OwnForm form, Explanation explanation, string? url, string? title, CancellationToken cancel = default) =>
        AddAsync(form, explanation, explanation.Link(form.Period, form.Submission, user.Actor, url, title, clock.UtcNow(), out var evidence), evidence, cancel);

    /// <summary>Adds a stored file of the agency.</summary>
    public Task<Outcome> AttachAsync(OwnForm form, Explanation explanation, StoredFile file, string name, CancellationToken cancel = default) =>
        AddAsync(form, explanation, explanation.Attach(form.Period, form.Submission, user.Actor, file, name, clock.UtcNow(), out var evidence), evidence, cancel);

    /// <summary>Takes a document off; null: there is no such document.</summary>
    public async Task<Outcome?> RemoveAsync(OwnForm form, Explanation explanation, int evidenceId, CancellationToken cancel = default)
    {
        if (await db.Evidence.Include(e => e.Uses).FirstOrDefaultAsync(e => e.Id == evidenceId && e.ExplanationId == explanation.Id && e.RemovedAt == null, cancel) is not { } evidence)
            return null;
        var outcome = explanation.RemoveEvidence(form.Period, form.Submission, user.Actor, evidence, clock.UtcNow());
        if (outcome.Ok)
            await SaveAsync(form, explanation, "explanation.evidence-remove", EvidenceService.Describe(evidence), null, cancel);
        return outcome;
    }

    private async Task<Outcome> AddAsync(OwnForm form, Explanation explanation, Outcome outcome, Evidence? evidence, CancellationToken cancel)
    {
        if (!outcome.Ok)
            return outcome;
        db.Evidence.Add(evidence!);
        await SaveAsync(form, explanation, "explanation.evidence-add", null, EvidenceService.Describe(evidence!), cancel);
        return outcome;
    }

    private async Task SaveAsync(OwnForm form, Explanation explanation, string action, string? from, string? to, CancellationToken cancel)
    {
        audit.Record(action, explanation.CriterionCode, from, to, null, form.Period.Id, form.Agency.AgencyId);
        // Written with its own value: the head confirms an explanation with exactly the documents that stand in it, or this save fails.
        db.Entry(explanation).Property(e => e.State).IsModified = true;
        await db.SaveChangesAsync(cancel);
    }
}
