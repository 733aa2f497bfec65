using ITScoring.Data;
using ITScoring.Domain.Publications.Years;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Reports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.CriterionLinks;

/// <summary>Reads links between criteria of published years.</summary>
public sealed class LinkQuery(AppDbContext db, PublishedRecords records)
{
    /// <param name="since">Code of the earlier period; null: the one before.</param>
    /// <returns>Null: one of the periods is not published, or the other is not earlier.</returns>
    public async Task<LinksPage?> PageAsync(string period, string? since, CancellationToken cancel = default)
    {
        if (await records.FindAsync(period, cancel) is not { } now)
            return null;
        var earlier = (await records.PeriodsAsync(cancel)).Where(p => p.Year < now.Period.Year);
        var chosen = string.IsNullOrEmpty(since) ? earlier.FirstOrDefault() : earlier.FirstOrDefault(p => p.Code == since);
        if (chosen is null || await records.FindAsync(chosen.Code, cancel) is not { } then)
            return null;
        return new LinksPage(now, then, ComparableCore.Of(then.Record.CriteriaSet, now.Record.CriteriaSet, await db.CriterionLinks.AsNoTracking().ToListAsync(cancel)));
    }

    /// <summary>Every link, as data for anybody; who made it is not among it.</summary>
    public async Task<DataSheet> SheetAsync(CancellationToken cancel = default)
    {
        var links = await db.CriterionLinks.AsNoTracking().OrderBy(l => l.LaterSet).ThenBy(l => l.LaterVersion).ThenBy(l => l.EarlierSet).ThenBy(l => l.EarlierVersion).ThenBy(l => l.Id).ToListAsync(cancel);
        return new DataSheet(
            "Nối tiêu chí",
            "Tiêu chí của hai bộ tiêu chí đo cùng một nội dung",
            [
                new("earlier_set", "Bộ trước", DataKind.Text, 12), new("earlier_version", "Phiên bản trước", DataKind.Whole, 10), new("earlier_criterion", "Tiêu chí trước", DataKind.Text, 12),
                new("later_set", "Bộ sau", DataKind.Text, 12), new("later_version", "Phiên bản sau", DataKind.Whole, 10), new("later_criterion", "Tiêu chí sau", DataKind.Text, 12),
                new("reason", "Lý do", DataKind.Text, 60), new("linked_on", "Ngày nối", DataKind.Day, 12),
            ],
            [.. links.Select(l => (IReadOnlyList<object?>)[l.EarlierSet, l.EarlierVersion, l.EarlierCriterion, l.LaterSet, l.LaterVersion, l.LaterCriterion, l.Reason, Startup.VietnamTime.DayOf(l.LinkedAt)])]);
    }
}
