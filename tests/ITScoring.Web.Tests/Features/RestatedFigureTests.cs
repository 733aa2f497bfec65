using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A merged agency keeps the histories of those it came from, and shows last year's figure by the stated rule, marked as reckoned.</summary>
public sealed class RestatedFigureTests
{
    [Fact]
    public async Task Everybody_sees_both_histories_and_the_figure_of_the_year_before_by_the_stated_rule()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        await EarlierYear.AddAsync(portal);
        using var stranger = portal.Browser();
        Assert.Empty((await stranger.GetAsync("/results/2026/agencies/stttt")).All("[data-restated]"));

        await MergeAsync(portal);

        // 500,00 with three parts and 400,00 with one: 475,00.
        var agency = await stranger.GetAsync("/results/2026/agencies/stttt");
        Assert.Equal("kỳ trước 475,00, tính lại theo quy tắc “bình quân có trọng số”", agency.TextOf("dl.stats [data-restated]"));
        Assert.Contains("Sở Bưu chính", agency.TableUnder("Qua các năm")[1][0], StringComparison.Ordinal);
        Assert.Contains("Sở Viễn thông", agency.TableUnder("Qua các năm")[1][0], StringComparison.Ordinal);
        var ranked = Assert.Single((await stranger.GetAsync("/results/2026")).All("[data-restated]"));
        Assert.Equal("tính lại 475,00", ranked.TextContent.Trim());
        var years = (await stranger.GetAsync("/results/years")).Table("section[aria-labelledby=hang] table").Single(r => r[0] == "Sở Thông tin và Truyền thông");
        Assert.Contains("Sở Bưu chính (500,00, hạng 4), Sở Viễn thông (400,00, hạng 5)", years[2], StringComparison.Ordinal);
        Assert.Contains("475,00 điểm (12/NQ-HĐND)", years[2], StringComparison.Ordinal);

        using var manager = await portal.SignedInAsync("quanly");
        var id = await portal.ReadAsync(db => db.Agencies.Where(a => a.Code == "STTTT").Select(a => a.Id).SingleAsync());
        var histories = (await manager.GetAsync($"/agencies/{id}")).TableUnder("Kết quả đã công bố, kể cả của cơ quan tiền thân");
        Assert.Equal(["2026", "2025"], histories.Select(r => r[0]));
        Assert.Contains("Sở Bưu chính (500,00, hạng 4), Sở Viễn thông (400,00, hạng 5)", histories[1][4], StringComparison.Ordinal);
        Assert.Contains("tính lại 475,00", histories[1][2], StringComparison.Ordinal);
    }

    /// <summary>Instead of the bare links, the merger is recorded with its rule.</summary>
    private static async Task MergeAsync(PortalFactory portal)
    {
        await using var db = portal.Database.Open();
        var into = await db.Agencies.Include(a => a.Predecessors).SingleAsync(a => a.Code == "STTTT");
        db.RemoveRange(into.Predecessors);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        into = await db.Agencies.Include(a => a.Predecessors).SingleAsync(a => a.Code == "STTTT");
        var parts = await db.Agencies.Where(a => a.Code == "BUU" || a.Code == "VIEN").ToDictionaryAsync(a => a.Code);
        var manager = await db.Users.Where(u => u.UserName == "quanly").Select(u => u.Id).SingleAsync();
        var order = new RestructuringOrder(new DateOnly(2026, 3, 1), "12/NQ-HĐND", RestatementRule.WeightedMean, "Theo biên chế", manager, portal.Clock.GetUtcNow().UtcDateTime);
        Assert.True(Restructuring.Merge(into, [new(parts["BUU"], 3), new(parts["VIEN"], 1)], null, order, new AgencyRegister([], []), out var done).Ok);
        db.Add(done!);
        await db.SaveChangesAsync();
    }
}
