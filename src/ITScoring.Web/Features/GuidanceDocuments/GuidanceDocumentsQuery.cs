using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Web.Integrations.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.GuidanceDocuments;

/// <summary>Reads the documents beside a period's guidance.</summary>
public sealed class GuidanceDocumentsQuery(AppDbContext db, IOptions<FilesOptions> limits)
{
    public Task<Period?> FindAsync(string code, CancellationToken cancel) => db.Periods.AsNoTracking().Include(p => p.Agencies).FirstOrDefaultAsync(p => p.Code == code, cancel);

    public async Task<GuidanceDocumentsPage> PageAsync(Period period, CancellationToken cancel)
    {
        var all = await db.GuidanceDocuments.AsNoTracking().Include(d => d.File).Where(d => d.PeriodId == period.Id).OrderBy(d => d.Id).ToListAsync(cancel);
        var people = all.SelectMany(d => new[] { d.AttachedById, d.WithdrawnById ?? d.AttachedById }).ToHashSet();
        return new GuidanceDocumentsPage(
            period,
            Latest(all),
            [.. all.Where(d => !d.Stands).OrderByDescending(d => d.WithdrawnAt).ThenByDescending(d => d.Id)],
            await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel),
            limits.Value.MaxFileBytes);
    }

    /// <summary>What everybody may download: standing, and not in quarantine.</summary>
    public async Task<IReadOnlyList<GuidanceDocument>> PublicAsync(int periodId, CancellationToken cancel) =>
        [.. Latest(await db.GuidanceDocuments.AsNoTracking().Include(d => d.File).Where(d => d.PeriodId == periodId && d.WithdrawnAt == null).ToListAsync(cancel)).Where(d => d.File!.IsServed)];

    // Of two that were attached in the same moment the later one counts.
    private static IReadOnlyList<GuidanceDocument> Latest(IEnumerable<GuidanceDocument> documents) => [.. documents.Where(d => d.Stands).GroupBy(d => d.Kind).Select(g => g.MaxBy(d => d.Id)!).OrderBy(d => d.Kind)];
}
