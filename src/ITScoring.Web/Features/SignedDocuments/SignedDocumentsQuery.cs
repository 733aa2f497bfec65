using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SignedDocuments;

/// <summary>Reads a period's signed documents for those who run and approve the evaluation.</summary>
public sealed class SignedDocumentsQuery(AppDbContext db, CurrentUser user, IOptions<FilesOptions> limits)
{
    /// <summary>The period, for the manager always, for leaders from the day it is proposed; null: there is none for this person.</summary>
    public async Task<Period?> FindAsync(string code, CancellationToken cancel) =>
        await db.Periods.AsNoTracking().Include(p => p.Agencies).FirstOrDefaultAsync(p => p.Code == code, cancel) is { } period && (user.Can(Permission.ManagePeriods) || period.State >= PeriodState.Proposed) ? period : null;

    /// <summary>All of a period, with their files, oldest first.</summary>
    public Task<List<SignedDocument>> DocumentsAsync(Period period, CancellationToken cancel) =>
        db.SignedDocuments.AsNoTracking().Include(d => d.File).Where(d => d.PeriodId == period.Id).OrderBy(d => d.Id).ToListAsync(cancel);

    /// <summary>The decisions by which the result was approved and corrected, oldest first.</summary>
    public async Task<IReadOnlyList<DocumentReference>> DecisionsAsync(Period period, CancellationToken cancel)
    {
        var published = await db.Publications.AsNoTracking().Where(p => p.PeriodId == period.Id).OrderBy(p => p.Number).Select(p => new { p.DecisionNumber, p.DecisionDate }).ToListAsync(cancel);
        IEnumerable<DocumentReference> approved = period.DecisionNumber is { } number ? [new DocumentReference(number, period.DecisionDate!.Value, null)] : [];
        return [.. approved.Concat(published.Select(p => new DocumentReference(p.DecisionNumber, p.DecisionDate, null))).Distinct()];
    }

    /// <param name="replaces">Id of the document whose place the next takes.</param>
    public async Task<SignedDocumentsPage> PageAsync(Period period, int? replaces, CancellationToken cancel)
    {
        var documents = await DocumentsAsync(period, cancel);
        var by = documents.Select(d => d.AttachedById).ToHashSet();
        var names = await db.Users.AsNoTracking().Where(u => by.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var replacedAt = documents.Where(d => d.ReplacesId is not null).GroupBy(d => d.ReplacesId!.Value).ToDictionary(g => g.Key, g => g.Min(d => d.AttachedAt));
        IReadOnlyList<SignedDocumentKind> kinds = user.Can(Permission.AttachSigned) && period.State > PeriodState.Draft ? SignedDocument.KindsOf(user.Role) : [];
        return new SignedDocumentsPage(
            period,
            [
                .. documents.Select(d => new SignedDocumentRow(d, names[d.AttachedById], replacedAt.TryGetValue(d.Id, out var at) ? at : null))
                    .OrderBy(r => r.ReplacedAt is not null).ThenByDescending(r => r.Document.Date).ThenByDescending(r => r.Document.Id),
            ],
            kinds,
            await DecisionsAsync(period, cancel),
            documents.FirstOrDefault(d => d.Id == replaces && !replacedAt.ContainsKey(d.Id) && kinds.Contains(d.Kind)),
            limits.Value.MaxFileBytes);
    }
}
