using System.Security.Cryptography;
using System.Text;
using ITScoring.Data.Seeding;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Data.Tests;

public sealed class ReferenceDataTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task A_new_database_has_the_agencies_of_the_province_in_their_blocks(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();

        var agencies = await db.Agencies.Include(a => a.Block).OrderBy(a => a.Order).ToListAsync();

        Assert.Equal(21, agencies.Count(a => a.Block!.Code == "SBN"));
        Assert.Equal(8, agencies.Count(a => a.Block!.Code == "HTX"));
        Assert.Equal("VPUBND", agencies[0].Code);
        Assert.Equal("Sở Lao động - Thương binh và Xã hội", agencies.Single(a => a.Code == "SLDTBXH").Name);
        Assert.Equal("Sở, ban, ngành cấp tỉnh", agencies.Single(a => a.Code == "STTTT").Block!.Name);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_new_database_has_the_default_set_byte_for_byte(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.Open();
        var published = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "format", "qb-2018.json"));

        var set = await db.CriteriaSetVersions.SingleAsync();

        Assert.Equal(("QB-2018", 1, CriteriaSetState.InForce), (set.Code, set.Number, set.State));
        Assert.Equal(published, Encoding.UTF8.GetBytes(set.Json));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(published)), set.Sha256);
    }

    [Fact]
    public async Task The_first_working_days_after_the_deadline_of_2018_skip_the_weekend_and_the_exchanged_day()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var calendar = new WorkingDays(await db.Holidays.Select(h => h.Day).ToListAsync());

        // 20, 21, 24, 25, 26, 27, 28 December; the 31st was exchanged, 1 January is a holiday; then 2 January.
        Assert.Equal(7, calendar.Between(new DateOnly(2018, 12, 19), new DateOnly(2019, 1, 1)));
        Assert.Equal(8, calendar.Between(new DateOnly(2018, 12, 19), new DateOnly(2019, 1, 2)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_second_start_adds_nothing_and_leaves_what_people_changed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        int agencies, holidays;
        await using (var db = database.Open())
        {
            db.Remove(await db.Holidays.SingleAsync(h => h.Day == new DateOnly(2018, 12, 31)));
            await db.SaveChangesAsync();
            (agencies, holidays) = (await db.Agencies.CountAsync(), await db.Holidays.CountAsync());
        }

        await using (var scope = database.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ReferenceData>().AddMissingAsync();

        await using var after = database.Open();
        Assert.Equal((agencies, holidays, 1), (await after.Agencies.CountAsync(), await after.Holidays.CountAsync(), await after.CriteriaSetVersions.CountAsync()));
    }
}
