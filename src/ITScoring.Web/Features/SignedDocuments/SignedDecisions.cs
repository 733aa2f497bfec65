using ITScoring.Data;
using ITScoring.Domain.Publications;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SignedDocuments;

/// <summary>The signed decisions that the public may read: those of publications, and nothing else that was attached.</summary>
public sealed class SignedDecisions(AppDbContext db)
{
    /// <summary>Of each publication that has one, by the publication's number.</summary>
    /// <param name="publications">All of one published period.</param>
    public async Task<IReadOnlyDictionary<int, SignedDocument>> OfAsync(int periodId, IReadOnlyList<Publication> publications, CancellationToken cancel)
    {
        var documents = await db.SignedDocuments.AsNoTracking().Include(d => d.File).Where(d => d.PeriodId == periodId).ToListAsync(cancel);
        var replaced = SignedDocument.ReplacedOf(documents);
        var decisions = documents.Where(d => d.Kind == SignedDocumentKind.Decision && !replaced.Contains(d.Id)).ToList();
        var found = new Dictionary<int, SignedDocument>();
        foreach (var publication in publications)
        {
            // One in quarantine is not shown, and what it replaced does not come back for it.
            if (decisions.Where(d => d.Is(publication.DecisionNumber, publication.DecisionDate)).MaxBy(d => d.Id) is { File.IsServed: true } decision)
                found[publication.Number] = decision;
        }

        return found;
    }

    /// <summary>Of one publication; null: none was attached, or it is not served.</summary>
    public async Task<SignedDocument?> OfAsync(Publication publication, CancellationToken cancel) => (await OfAsync(publication.PeriodId, [publication], cancel)).GetValueOrDefault(publication.Number);
}
