using System.Text;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>Finds sets within the user's scope: a manager sees all, a reviewer those that he was asked to look at. Everything else is not found.</summary>
public sealed class WorkedSets(AppDbContext db, CurrentUser user, WorkedSetCache cache)
{
    public async Task<WorkedSet?> FindAsync(int id, CancellationToken cancel = default)
    {
        var version = await db.CriteriaSetVersions.AsNoTracking().Include(v => v.Reviewers).FirstOrDefaultAsync(v => v.Id == id, cancel);
        return version is null || !Sees(version) ? null : await ReadAsync(version, cancel);
    }

    /// <summary>Every version that the user may see, the latest of each set first.</summary>
    public async Task<IReadOnlyList<CriteriaSetVersion>> ListAsync(CancellationToken cancel = default)
    {
        var all = await db.CriteriaSetVersions.AsNoTracking().Include(v => v.Reviewers).OrderBy(v => v.Code).ThenByDescending(v => v.Number).ToListAsync(cancel);
        return [.. all.Where(Sees)];
    }

    private bool Sees(CriteriaSetVersion version) =>
        user.Can(Permission.ManageCriteriaSets) || (user.IsSignedIn && version.Reviewers.Any(reviewer => reviewer.UserId == user.UserId));

    private async Task<WorkedSet> ReadAsync(CriteriaSetVersion version, CancellationToken cancel)
    {
        var stamp = version.State.IsDraft() ? await db.SetItemChanges.Where(c => c.SetKey == version.Key).MaxAsync(c => (int?)c.Id, cancel) ?? 0 : 0;
        if (cache.Find(version.Id, stamp) is { } known)
            return known with { Version = version };
        var items = version.State.IsDraft()
            ? await db.SetItems.AsNoTracking().Where(i => i.CriteriaSetVersionId == version.Id).ToListAsync(cancel)
            : SetDocument.Split(Encoding.UTF8.GetBytes(version.Json)) ?? [];
        var document = SetDocument.Assemble(items);
        var worked = new WorkedSet(version, document, CriteriaSetFile.ReadDraft(document.Utf8), stamp);
        cache.Keep(version.Id, worked);
        return worked;
    }
}
