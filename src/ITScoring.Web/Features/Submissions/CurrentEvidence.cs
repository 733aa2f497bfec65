using ITScoring.Data;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Submissions;

/// <summary>The documents that stand in a form now.</summary>
internal static class CurrentEvidence
{
    /// <summary>With the questions that each proves, oldest first; only to be read. In one query: a form has few documents, and each proves few questions.</summary>
    public static Task<List<Evidence>> CurrentEvidenceAsync(this AppDbContext db, int submissionId, CancellationToken cancel) =>
        db.Evidence.AsNoTracking().AsSingleQuery().Include(e => e.Uses).Where(e => e.SubmissionId == submissionId && e.RemovedAt == null).OrderBy(e => e.Id).ToListAsync(cancel);
}
