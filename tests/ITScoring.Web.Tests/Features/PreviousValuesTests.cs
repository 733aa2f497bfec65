using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>
/// What counts as last year's value: a second period, 2027, after the published one. Ban Dân tộc became BDTTG; Sở TTTT and Văn phòng UBND tỉnh were
/// merged into SMOI; Sở Tài chính goes on.
/// </summary>
public sealed class PreviousValuesTests : IAsyncLifetime
{
    private StagePortal _portal = null!;

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Published, changedAt: PeriodState.Published, AddSuccessorsAsync);
        using var manager = await _portal.SignedInAsync("quanly");
        var plan = await (await manager.GetAsync("/periods/new")).Fill("Năm đánh giá", "2027").Fill("Mã trong địa chỉ", "2027").Fill("Tên kỳ", "Kỳ 2027").PressAsync("Thêm và nhập kế hoạch");
        await plan.Fill("Ngày", "20/12/2027").Fill("agencies", "Sở Tài chính", "Ban Dân tộc và Tôn giáo", "Sở Mới", "Sở Du lịch").PressAsync("Lưu kế hoạch");
        await (await manager.GetAsync("/periods/2027/previous")).Fill("Nguồn của số liệu", "Phiếu giấy").Fill("Các dòng số liệu", "STC;T02;100\nSDL;T02;29\nBDTTG;H02;21").PressAsync("Nhập số liệu");
        var opened = await (await manager.GetAsync("/periods/2027/open")).PressAsync("Mở kỳ đánh giá");
        Assert.Contains("Đang thu phiếu", opened.Notice);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task They_come_from_the_last_published_result_and_an_imported_figure_goes_before()
    {
        Assert.Equal(("100 người", "77"), (await LastAsync("stc", "T", "T02"), (await LastAsync("stc", "H", "H02"))!.Split(' ')[0]));
    }

    [Fact]
    public async Task They_are_what_counted_in_the_end_not_what_was_declared()
    {
        // Declared 6, found 3, the explanation was declined.
        Assert.Equal("3", (await LastAsync("bdttg", "N", "N06"))!.Split(' ')[0]);
    }

    [Fact]
    public async Task An_agency_takes_over_the_values_of_its_only_predecessor_and_of_none_when_there_were_two()
    {
        // 24 people in Ban Dân tộc; its 22 computers are overwritten by an imported figure.
        Assert.Equal(("24 người", "21"), (await LastAsync("bdttg", "T", "T02"), (await LastAsync("bdttg", "H", "H02"))!.Split(' ')[0]));
        Assert.Null(await LastAsync("smoi", "T", "T02"));
    }

    [Fact]
    public async Task An_agency_that_was_not_in_the_last_period_has_what_was_imported_and_nothing_else()
    {
        Assert.Equal("29 người", await LastAsync("sdl", "T", "T02"));
        Assert.Null(await LastAsync("sdl", "H", "H02"));
    }

    [Fact]
    public async Task Checks_against_the_last_period_reckon_with_them()
    {
        using var browser = await _portal.SignedInAsync("stc.daumoi");
        // More than 20 % off the imported 100, though less than 20 % off the published 69.
        await (await browser.GetAsync("/submissions/2027/stc/sections/T")).Fill("T02", "79").PressAsync("Lưu, về danh sách");
        Assert.Contains("T02 = 79; T02 kỳ trước = 100", (await browser.GetAsync("/submissions/2027/stc/check")).Text);
        await (await browser.GetAsync("/submissions/2027/stc/sections/T")).Fill("T02", "80").PressAsync("Lưu, về danh sách");
        Assert.DoesNotContain("T02 kỳ trước", (await browser.GetAsync("/submissions/2027/stc/check")).Text);
    }

    [Fact]
    public async Task The_best_of_the_last_published_result_stands_beside_the_own_value_until_the_preliminary_result()
    {
        using var browser = await _portal.SignedInAsync("stc.daumoi");
        await (await browser.GetAsync("/submissions/2027/stc/sections/T")).Fill("T02", "100").PressAsync("Lưu, về danh sách");
        await (await browser.GetAsync("/submissions/2027/stc/sections/H")).Fill("H05", "200").PressAsync("Lưu, về danh sách");
        // I.3 by hand: 200/100 of last year's best 200/37 = 5,4054, of 40 points: 14,80; no agency of either year is named.
        var page = await browser.GetAsync("/submissions/2027/stc/sections/H");
        Assert.Contains("14,80", page.Text);
        Assert.DoesNotContain("STTTT", page.Text);
    }

    private async Task<string?> LastAsync(string agency, string section, string question)
    {
        using var browser = await _portal.SignedInAsync($"{agency}.daumoi");
        var card = (await browser.GetAsync($"/submissions/2027/{agency}/sections/{section}")).Expect(200).One($"#{question.ToLowerInvariant()}");
        var text = PortalPage.TextOf(card);
        var at = text.IndexOf("Kỳ trước", StringComparison.Ordinal);
        return at < 0 ? null : PortalPage.TextOf(card.QuerySelectorAll("*").Last(e => e.Children.Length == 0 && e.PreviousElementSibling is { } label && PortalPage.TextOf(label) == "Kỳ trước"));
    }

    private static async Task AddSuccessorsAsync(AppDbContext db)
    {
        var agencies = await db.Agencies.ToDictionaryAsync(a => a.Code);
        var hash = await db.Users.Select(u => u.PasswordHash).FirstAsync();
        foreach (var (code, name, order, predecessors) in new[] { ("BDTTG", "Ban Dân tộc và Tôn giáo", 50, new[] { "BDT" }), ("SMOI", "Sở Mới", 51, ["STTTT", "VPUBND"]) })
        {
            var agency = new Agency(code, name, null, agencies["BDT"].BlockId, order: order);
            db.Agencies.Add(agency);
            await db.SaveChangesAsync();
            foreach (var predecessor in predecessors)
                Assert.True(agency.Succeeds(agencies[predecessor]).Ok);
            var account = $"{code.ToLowerInvariant()}.daumoi";
            db.Users.Add(new AppUser { UserName = account, NormalizedUserName = account.ToUpperInvariant(), DisplayName = account, Role = Role.Editor, AgencyId = agency.Id, PasswordHash = hash, SecurityStamp = account, CreatedAt = new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc) });
        }
    }
}
