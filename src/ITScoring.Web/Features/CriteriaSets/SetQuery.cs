using ITScoring.Data;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>Reads the pages of criteria sets.</summary>
public sealed class SetQuery(AppDbContext db, WorkedSets sets, CurrentUser user)
{
    public async Task<IReadOnlyList<SetRow>> ListAsync(CancellationToken cancel = default)
    {
        var used = await db.Periods.Where(p => p.CriteriaSetVersionId != null).Select(p => new { p.CriteriaSetVersionId, p.Title }).ToListAsync(cancel);
        return [.. (await sets.ListAsync(cancel)).Select(v => new SetRow(v, [.. used.Where(p => p.CriteriaSetVersionId == v.Id).Select(p => p.Title)]))];
    }

    /// <returns>Null: there is no such set for the user.</returns>
    public async Task<SetPage?> PageAsync(int id, SetTab tab, CancellationToken cancel = default) =>
        await sets.FindAsync(id, cancel) is { } set ? await PageAsync(set, tab, cancel) : null;

    public async Task<SetComparisonPage?> CompareAsync(int id, int? with, CancellationToken cancel = default)
    {
        if (await PageAsync(id, SetTab.Compare, cancel) is not { } page)
            return null;
        var choices = (await sets.ListAsync(cancel)).Where(v => v.Id != id).ToList();
        var chosen = with ?? choices.Where(v => v.Code == page.Set.Version.Code && v.Number < page.Set.Version.Number).Select(v => (int?)v.Id).FirstOrDefault();
        var before = chosen is { } other ? await sets.FindAsync(other, cancel) : null;
        return new SetComparisonPage(page, before, before?.Set is { } old && page.Set.Set is { } now ? SetComparison.Of(old, now) : null, choices);
    }

    private async Task<SetPage> PageAsync(WorkedSet set, SetTab tab, CancellationToken cancel)
    {
        var version = set.Version;
        var open = set.IsDraft
            ? await db.SetComments.Where(c => c.CriteriaSetVersionId == version.Id && c.ResolvedAt == null).GroupBy(c => c.ItemKey).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel)
            : [];
        return new SetPage(
            set,
            tab,
            set.IsDraft && user.Can(Permission.ManageCriteriaSets),
            set.IsDraft ? version.Against(set.Reading, set.Sha256, open.Values.Sum()) : [],
            await db.Periods.Where(p => p.CriteriaSetVersionId == version.Id).Select(p => p.Title).ToListAsync(cancel),
            [.. (await sets.ListAsync(cancel)).Where(v => v.Code == version.Code && v.Id != version.Id)],
            open);
    }
}
