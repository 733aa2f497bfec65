using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A period is made known: agencies are told of it, their heads confirm, the manager sees who has not and reminds.</summary>
public sealed class DisseminationsTests
{
    [Fact]
    public async Task Opening_tells_editors_and_heads_once_and_leads_each_to_their_own_work()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        using var manager = await portal.SignedInAsync("quanly");
        await (await manager.GetAsync("/periods/2026/open")).PressAsync("Mở kỳ đánh giá");

        var told = await portal.ReadAsync(db => db.Notices.Where(n => n.Kind == NoticeKind.PeriodOpened).Join(db.Users, n => n.RecipientId, u => u.Id, (n, u) => new { u.UserName, n.Path }).ToListAsync());
        Assert.Equal(told.Count, told.Select(t => t.UserName).Distinct().Count());
        Assert.Equal("/submissions/2026/stc", told.Single(t => t.UserName == "stc.daumoi").Path);
        Assert.Equal("/disseminations/2026/stc", told.Single(t => t.UserName == "stc.thutruong").Path);
        Assert.DoesNotContain(told, t => t.UserName == "stc.nhaplieu");
        using var head = await portal.SignedInAsync("stc.thutruong");
        Assert.Contains("Xác nhận đã phổ biến", (await head.GetAsync("/home")).Text);
    }

    [Fact]
    public async Task The_head_confirms_the_day_and_may_put_it_right_and_the_manager_reads_who_said_it()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var head = await portal.SignedInAsync("stc.thutruong");
        using var manager = await portal.SignedInAsync("quanly");
        var today = VietnamTime.Day(portal.Clock.Today());
        var page = await head.GetAsync("/disseminations/2026/stc");
        Assert.Contains("Cơ quan chưa xác nhận", page.Text);

        var done = await page.Fill("Ngày đã phổ biến", today).Fill("Hình thức, văn bản nội bộ", "Họp giao ban <b>").PressAsync("Xác nhận đã phổ biến");
        Assert.Equal("Đã ghi xác nhận phổ biến.", done.Notice);
        Assert.Contains($"Đã phổ biến ngày {today}", done.Text);
        Assert.Contains("Họp giao ban <b>", done.Text);
        var before = VietnamTime.Day(portal.Clock.Today().AddDays(-1));
        await done.Fill("Ngày đã phổ biến", before).PressAsync("Sửa xác nhận");

        var row = Assert.Single(await portal.ReadAsync(db => db.Disseminations.ToListAsync()));
        Assert.Equal(before, VietnamTime.Day(row.Day));
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "dissemination.confirm" && a.Subject == "STC")));
        var list = await manager.GetAsync("/disseminations/2026?show=done");
        var line = Assert.Single(list.Table());
        Assert.Equal(("Sở Tài chính", "Đã xác nhận", before), (line[0], line[1], line[2]));
        Assert.Contains("1/9 cơ quan đã xác nhận.", list.Text);
        Assert.Equal(8, (await manager.GetAsync("/disseminations/2026?show=missing")).Table().Count);
        Assert.Single((await manager.GetAsync("/disseminations/2026?search=so+tai+chinh")).Table());
        Assert.DoesNotContain("Xác nhận đã phổ biến", (await head.GetAsync("/home")).Text);
    }

    [Theory]
    [InlineData("", "Nhập ngày đã phổ biến.")]
    [InlineData("hôm qua", "Không đọc được ngày “hôm qua”.")]
    [InlineData("31/12/2030", "Ngày phổ biến không thể sau ngày hôm nay.")]
    [InlineData("01/01/2020", "Ngày phổ biến không thể trước ngày")]
    public async Task A_day_that_cannot_be_is_refused_at_its_field(string day, string problem)
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var head = await portal.SignedInAsync("stc.thutruong");
        var page = (await (await head.GetAsync("/disseminations/2026/stc")).Fill("Ngày đã phổ biến", day).PressAsync("Xác nhận đã phổ biến")).Expect(422);
        Assert.Contains(problem, page.ProblemAt("Ngày đã phổ biến"));
        Assert.Equal(0, await portal.ReadAsync(db => db.Disseminations.CountAsync()));
    }

    [Fact]
    public async Task Others_than_the_agencys_own_head_cannot_confirm()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        var day = new KeyValuePair<string, string>("day", VietnamTime.Day(portal.Clock.Today()));
        foreach (var (user, expected) in new[] { ("stc.daumoi", 403), ("snv.thutruong", 404), ("quanly", 403), ("quantri", 403) })
        {
            using var browser = await portal.SignedInAsync(user);
            Assert.Equal((user, expected), (user, (await browser.PostAsync("/disseminations/2026/stc", day)).Status));
        }

        // The editor of the agency reads it, and sees no form.
        using var editor = await portal.SignedInAsync("stc.daumoi");
        var page = (await editor.GetAsync("/disseminations/2026/stc")).Expect(200);
        Assert.False(page.HasButton("Xác nhận đã phổ biến"));
        Assert.Equal(0, await portal.ReadAsync(db => db.Disseminations.CountAsync()));
    }

    [Fact]
    public async Task Who_has_not_confirmed_is_reminded_at_most_once_a_day()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var head = await portal.SignedInAsync("stc.thutruong");
        await (await head.GetAsync("/disseminations/2026/stc")).Fill("Ngày đã phổ biến", VietnamTime.Day(portal.Clock.Today())).PressAsync("Xác nhận đã phổ biến");
        using var manager = await portal.SignedInAsync("quanly");
        Task<int> ToldAsync() => portal.ReadAsync(db => db.Notices.CountAsync(n => n.Kind == NoticeKind.DisseminationDue));

        var first = await (await manager.GetAsync("/disseminations/2026")).PressAsync("Nhắc 8 cơ quan chưa xác nhận");
        Assert.StartsWith("Đã nhắc 7 cơ quan. 1 cơ quan không nhắc", first.Notice);
        var told = await ToldAsync();
        Assert.True(told >= 7);
        var again = await first.PressAsync("Nhắc 8 cơ quan chưa xác nhận");
        Assert.StartsWith("Đã nhắc 0 cơ quan. 8 cơ quan không nhắc", again.Notice);
        Assert.Equal(told, await ToldAsync());
        Assert.Equal(0, await portal.ReadAsync(db => db.Notices.CountAsync(n => n.Kind == NoticeKind.DisseminationDue && db.Users.Any(u => u.Id == n.RecipientId && u.UserName == "stc.thutruong"))));

        portal.Clock.Advance(TimeSpan.FromDays(1));
        using var nextDay = await portal.SignedInAsync("quanly");
        Assert.StartsWith("Đã nhắc 1 cơ quan.", (await (await nextDay.GetAsync("/disseminations/2026")).PressAsync("Nhắc Sở Nội vụ")).Notice);
        Assert.Equal(409, (await nextDay.PostAsync("/disseminations/2026/remind", new KeyValuePair<string, string>("agency", "STC"))).Status);
    }
}
