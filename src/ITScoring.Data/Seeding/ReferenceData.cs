using System.Text;
using System.Text.Json;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ITScoring.Data.Seeding;

/// <summary>
/// What every installation starts from: the default criteria set, the province's agencies and blocks, the holidays. The source stands
/// in each file. Only what is missing as a whole is added, so nothing that people changed or removed comes back.
/// </summary>
public sealed class ReferenceData(AppDbContext db, ILogger<ReferenceData> logger)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Adds the default set when there is none, the agencies when there are none, the holidays of each year that has none.</summary>
    public async Task AddMissingAsync(CancellationToken cancellationToken = default)
    {
        await AddAsync(cancellationToken);
        try
        {
            var rows = await db.SaveChangesAsync(cancellationToken);
            if (rows > 0)
                logger.LogInformation("Added {Rows} rows of reference data", rows);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process that starts at the same time added the same rows.
            db.ChangeTracker.Clear();
            await AddAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        await AddCriteriaSetAsync("qb-2018.json", cancellationToken);
        await AddAgenciesAsync(cancellationToken);
        await AddHolidaysAsync(cancellationToken);
    }

    private async Task AddCriteriaSetAsync(string file, CancellationToken cancellationToken)
    {
        var bytes = Read(file);
        var head = JsonSerializer.Deserialize<SetHead>(bytes, Json)!;
        // Officials may have thrown the default set away for their own.
        if (await db.CriteriaSetVersions.AnyAsync(cancellationToken))
            return;
        db.Add(new CriteriaSetVersion(
            head.Code, head.Version, head.Title, Encoding.UTF8.GetString(bytes), CriteriaSetVersion.Hash(bytes), CriteriaSetState.InForce));
    }

    private async Task AddAgenciesAsync(CancellationToken cancellationToken)
    {
        if (await db.Agencies.AnyAsync(cancellationToken) || await db.Blocks.AnyAsync(cancellationToken))
            return;
        var order = 0;
        foreach (var (file, place) in JsonSerializer.Deserialize<AgenciesFile>(Read("agencies.json"), Json)!.Blocks.Select((b, i) => (b, i + 1)))
        {
            var block = new Block(file.Code, file.Name, place);
            db.Add(block);
            foreach (var a in file.Agencies)
            {
                var agency = new Agency(a.Code, a.Name, a.ShortName, blockId: 0, order: ++order);
                db.Add(agency).Reference(x => x.Block).CurrentValue = block;
            }
        }
    }

    private async Task AddHolidaysAsync(CancellationToken cancellationToken)
    {
        var years = (await db.Holidays.Select(h => h.Day).ToListAsync(cancellationToken)).Select(d => d.Year).ToHashSet();
        foreach (var holiday in JsonSerializer.Deserialize<HolidaysFile>(Read("holidays.json"), Json)!.Holidays)
        {
            if (!years.Contains(holiday.Day.Year))
                db.Add(new Holiday(holiday.Day, holiday.Name));
        }
    }

    private static byte[] Read(string file)
    {
        using var resource = typeof(ReferenceData).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not embedded.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    private sealed record SetHead(string Code, int Version, string Title);

    private sealed record AgenciesFile(IReadOnlyList<BlockRow> Blocks);

    private sealed record BlockRow(string Code, string Name, IReadOnlyList<AgencyRow> Agencies);

    private sealed record AgencyRow(string Code, string Name, string? ShortName);

    private sealed record HolidaysFile(IReadOnlyList<HolidayRow> Holidays);

    private sealed record HolidayRow(DateOnly Day, string Name);
}
