using System.Text.Json;
using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Criteria of two years are linked by hand, with a reason; the public comparison counts them and says so.</summary>
public sealed class CriterionLinksTests
{
    [Fact]
    public async Task A_link_brings_a_criterion_into_the_comparison_and_taking_it_back_takes_it_out()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        await EarlierYear.AddAsync(portal);
        using var manager = await portal.SignedInAsync("quanly");
        var before = await manager.GetAsync("/results/2026/changes");
        Assert.Contains(before.TableUnder("Tiêu chí không so được"), r => r[0].StartsWith("I.7.", StringComparison.Ordinal) && r[1].StartsWith("Tên gọi khác", StringComparison.Ordinal));

        var page = await before.FollowAsync("Nối tiêu chí đổi mã, tên hoặc quy tắc");
        var linked = await page.Fill("Tiêu chí năm 2026", "I.7").Fill("Tiêu chí năm 2025", "I.7").Fill("Lý do", "Chỉ đổi tên gọi.").PressAsync("Nối hai tiêu chí");
        Assert.Equal("Đã nối hai tiêu chí.", linked.Notice);
        Assert.Equal("Chỉ đổi tên gọi.", Assert.Single(linked.TableUnder("Đã nối"))[2]);

        using var stranger = portal.Browser();
        var after = await stranger.GetAsync("/results/2026/changes");
        Assert.Contains(after.TableUnder("Tiêu chí được nối"), r => r[0].StartsWith("I.7.", StringComparison.Ordinal) && r[1] == "I.7. Tên cũ của tiêu chí" && r[2] == "Chỉ đổi tên gọi.");
        Assert.DoesNotContain(after.TableUnder("Tiêu chí không so được"), r => r[0].StartsWith("I.7.", StringComparison.Ordinal));
        Assert.Empty(after.All("a[href^='/criterion-links/2026']"));

        var csv = await stranger.Http.GetStringAsync("/criterion-links/links.csv");
        Assert.Contains("earlier_set,earlier_version,earlier_criterion,later_set,later_version,later_criterion,reason,linked_on", csv);
        Assert.Contains("I.7,Chỉ đổi tên gọi.", csv);
        using var json = JsonDocument.Parse(await stranger.Http.GetStringAsync("/criterion-links/links.json"));
        Assert.Equal(("itscoring/criterion-links/1", "I.7"), (json.RootElement.GetProperty("format").GetString(), json.RootElement.GetProperty("links")[0].GetProperty("later_criterion").GetString()));

        Assert.Equal("Đã bỏ nối.", (await linked.PressAsync("Bỏ nối I.7 và I.7")).Notice);
        Assert.Contains((await manager.GetAsync("/results/2026/changes")).TableUnder("Tiêu chí không so được"), r => r[0].StartsWith("I.7.", StringComparison.Ordinal));
        Assert.Equal(["criterion.link", "criterion.unlink"], await portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action.StartsWith("criterion.")).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task What_cannot_be_linked_is_said_at_its_field_and_what_was_typed_stays()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        await EarlierYear.AddAsync(portal);
        using var manager = await portal.SignedInAsync("quanly");
        var page = await manager.GetAsync("/criterion-links/2026?since=2025");
        var refused = (await page.Fill("Tiêu chí năm 2026", "I.2").Fill("Tiêu chí năm 2025", "I.2").Fill("Lý do", "Vẫn thế.").PressAsync("Nối hai tiêu chí")).Expect(422);
        Assert.Contains("Điểm tối đa khác nhau", refused.ProblemAt("Tiêu chí năm 2025"));
        Assert.Equal("Vẫn thế.", refused.ValueOf("Lý do"));
        Assert.Equal(422, (await page.PressAsync("Nối hai tiêu chí")).Status);
        Assert.Equal(409, (await manager.PostAsync("/criterion-links/2026/2025/77/remove")).Status);
        Assert.Equal(0, await portal.ReadAsync(db => db.CriterionLinks.CountAsync()));
    }

    [Theory]
    [InlineData("quanly", "/criterion-links/khong-co", 404)]
    [InlineData("quanly", "/criterion-links/2025", 404)]
    [InlineData("quanly", "/criterion-links/2026?since=2027", 404)]
    [InlineData("lanhdao", "/criterion-links/2026", 403)]
    [InlineData("stc.daumoi", "/criterion-links/2026", 403)]
    public async Task Only_two_published_years_and_only_by_the_manager(string who, string path, int status)
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        await EarlierYear.AddAsync(portal);
        using var browser = await portal.SignedInAsync(who);
        (await browser.GetAsync(path)).Expect(status);
    }
}
