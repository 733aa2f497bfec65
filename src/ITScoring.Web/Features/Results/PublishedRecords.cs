using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ITScoring.Web.Features.Results;

/// <summary>Published records. Nothing published is ever altered, so a parsed record is kept.</summary>
public sealed class PublishedRecords(AppDbContext db, IMemoryCache cache)
{
    /// <summary>Published periods, latest first.</summary>
    public Task<List<Period>> PeriodsAsync(CancellationToken cancel = default) =>
        db.Periods.AsNoTracking().Where(p => p.State == PeriodState.Published).OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).ToListAsync(cancel);

    /// <summary>The latest publication of a period; null: the period is unknown or not published.</summary>
    public async Task<PublishedRecord?> FindAsync(string periodCode, CancellationToken cancel = default)
    {
        var found = await (
            from publication in db.Publications.AsNoTracking()
            join period in db.Periods.AsNoTracking() on publication.PeriodId equals period.Id
            where period.Code == periodCode && period.State == PeriodState.Published
            orderby publication.Number descending
            select new { Publication = publication, Period = period }).FirstOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var (record, json, sha) = await ReadAsync(found.Publication.RecordId, cancel);
        return new PublishedRecord(found.Period, found.Publication, record, json, sha);
    }

    /// <summary>The latest publication of every published period, latest period first.</summary>
    public async Task<IReadOnlyList<PublishedRecord>> AllAsync(CancellationToken cancel = default)
    {
        var all = new List<PublishedRecord>();
        foreach (var period in await PeriodsAsync(cancel))
        {
            if (await FindAsync(period.Code, cancel) is { } record)
                all.Add(record);
        }

        return all;
    }

    /// <summary>The public part of any frozen record, for those who may see it before it is published.</summary>
    public async Task<(PublicRecord Record, string Json, string Sha256)> ReadAsync(int recordId, CancellationToken cancel = default)
    {
        var key = (nameof(PublishedRecords), recordId);
        if (cache.TryGetValue(key, out (PublicRecord, string, string) known))
            return known;
        var stored = await db.FrozenRecords.AsNoTracking().Where(r => r.Id == recordId).Select(r => new { r.PublicJson, r.PublicSha256 }).SingleAsync(cancel);
        var read = (RecordJson.ReadPublic(stored.PublicJson), stored.PublicJson, stored.PublicSha256);
        cache.Set(key, read, TimeSpan.FromHours(2));
        return read;
    }
}
