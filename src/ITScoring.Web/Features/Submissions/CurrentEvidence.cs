using ITScoring.Data;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Submissions;

/// <summary>The documents that stand in a form now.</summary>
internal static class CurrentEvidence
{
    /// <summary>With the questions that each proves, oldest first, without those of explanations; only to be read. In one query: a form has few documents, and each proves few questions.</summary>
    public static Task<List<Evidence>> CurrentEvidenceAsync(this AppDbContext db, int submissionId, CancellationToken cancel) =>
        db.Evidence.AsNoTracking().AsSingleQuery().Include(e => e.File).Include(e => e.Uses).Where(e => e.SubmissionId == submissionId && e.ExplanationId == null && e.RemovedAt == null).OrderBy(e => e.Id).ToListAsync(cancel);

    /// <summary>Bytes of all files that stand in the form and its explanations, each content once: what the limit of a form counts.</summary>
    public static async Task<long> FormBytesAsync(this AppDbContext db, int submissionId, CancellationToken cancel) =>
        (await db.Evidence.Where(e => e.SubmissionId == submissionId && e.RemovedAt == null && e.File != null).Select(e => new { e.File!.Sha256, e.File.Size }).Distinct().ToListAsync(cancel)).Sum(f => f.Size);

    /// <summary>The documents of explanations, oldest first, by explanation; only to be read.</summary>
    public static async Task<ILookup<int, Evidence>> ExplanationEvidenceAsync(this AppDbContext db, IReadOnlyCollection<int> submissionIds, CancellationToken cancel) =>
        (await db.Evidence.AsNoTracking().Include(e => e.File).Where(e => submissionIds.Contains(e.SubmissionId) && e.ExplanationId != null && e.RemovedAt == null).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.ExplanationId!.Value);

    /// <summary>Those of a question, in the order that the agency gave them.</summary>
    public static List<Evidence> OfQuestion(this IEnumerable<Evidence> documents, string questionCode) =>
        [.. documents.Where(e => e.IsUsedFor(questionCode)).OrderBy(e => e.Uses.Where(u => u.QuestionCode == questionCode).Min(u => u.Position)).ThenBy(e => e.Id)];

    /// <summary>Codes of the questions that have something that proves them; a file with malware does not.</summary>
    public static HashSet<string> ProvedQuestions(this IEnumerable<Evidence> documents) => [.. documents.Where(e => e.Proves).SelectMany(e => e.Uses).Select(u => u.QuestionCode)];
}
