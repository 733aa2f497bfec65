using ITScoring.Data;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.ExplanationEvidence;

/// <summary>Finds an explanation of the own form and builds the page of its documents.</summary>
public sealed class ExplanationEvidenceQuery(OwnForms forms, AppDbContext db, CurrentUser user, IOptions<FilesOptions> limits, TimeProvider clock)
{
    /// <summary>The explanation, tracked; null when the user has no such form or explanation.</summary>
    public async Task<(OwnForm Form, Explanation Explanation)?> FindAsync(string period, string agency, int id, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return null;
        var explanation = await db.Explanations.Include(e => e.Contested).FirstOrDefaultAsync(e => e.Id == id && e.SubmissionId == form.Submission.Id, cancel);
        return explanation is null ? null : (form, explanation);
    }

    public async Task<ExplanationEvidencePage> PageAsync(OwnForm form, Explanation explanation, CancellationToken cancel)
    {
        var may = explanation.MayWrite(form.Period, form.Submission, user.Actor, clock.UtcNow());
        return new ExplanationEvidencePage(
            form,
            explanation,
            form.Set.FindCriterion(explanation.CriterionCode)!,
            [.. (await db.ExplanationEvidenceAsync([form.Submission.Id], cancel))[explanation.Id]],
            may.Ok ? null : may.Problems[0],
            await db.FormBytesAsync(form.Submission.Id, cancel),
            limits.Value.MaxFileBytes,
            limits.Value.MaxFormBytes);
    }
}
