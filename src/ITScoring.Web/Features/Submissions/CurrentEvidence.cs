using ITScoring.Data;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Submissions;

/// <summary>The documents that stand in a form now.</summary>
internal static class CurrentEvidence
{
    /// <summary>With the questions that each proves, oldest first; only to be read. In one query: a form has few documents, and each proves few questions.</summary>
    public static Task<List<Evidence>> CurrentEvidenceAsync(this AppDbContext db, int submissionId, CancellationToken cancel) =>
        db.Evidence.AsNoTracking().AsSingleQuery().Include(e => e.File).Include(e => e.Uses).Where(e => e.SubmissionId == submissionId && e.RemovedAt == null).OrderBy(e => e.Id).ToListAsync(cancel);

    /// <summary>Those of a question, in the order that the agency gave them.</summary>
    public static List<Evidence> OfQuestion(this IEnumerable<Evidence> documents, string questionCode) =>
        [.. documents.Where(e => e.IsUsedFor(questionCode)).OrderBy(e => e.Uses.Where(u => u.QuestionCode == questionCode).Min(u => u.Position)).ThenBy(e => e.Id)];

    /// <summary>Codes of the questions that have something that proves them; a file with malware does not.</summary>
    public static HashSet<string> ProvedQuestions(this IEnumerable<Evidence> documents) => [.. documents.Where(e => e.Proves).SelectMany(e => e.Uses).Select(u => u.QuestionCode)];
}
