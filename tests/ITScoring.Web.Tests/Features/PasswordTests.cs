using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

public sealed class PasswordTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    private const string Better = "con-trau-2026-trang";

    [Fact]
    public async Task A_person_changes_the_password_stays_signed_in_and_only_the_new_one_opens()
    {
        using var browser = await portal.SignedInAsync("stc.daumoi");

        var done = await ChangeAsync(browser, DemoAccounts.Password, Better, Better);

        Assert.Equal(("/home", "Đã đổi mật khẩu."), (done.Path, done.Notice));
        Assert.Equal("/password", (await browser.GetAsync("/password")).Path);
        using var other = portal.Browser();
        Assert.Equal(422, (await (await other.GetAsync("/sign-in")).Fill("Tên đăng nhập", "stc.daumoi").Fill("Mật khẩu", DemoAccounts.Password).PressAsync("Đăng nhập")).Status);
        await other.SignInAsync("stc.daumoi", Better);
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "account.change-password" && e.Subject == db.Users.Single(u => u.UserName == "stc.daumoi").Id.ToString() && e.ActorId != null && e.From == null && e.To == null)));
    }

    [Fact]
    public async Task Other_sessions_of_the_account_end_within_a_minute_of_a_change()
    {
        using var here = await portal.SignedInAsync("sct.daumoi");
        using var there = await portal.SignedInAsync("sct.daumoi");

        await ChangeAsync(here, DemoAccounts.Password, Better, Better);
        portal.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("/home", (await here.GetAsync("/home")).Path);
        Assert.Equal("/sign-in", (await there.GetAsync("/home")).Path);
    }

    [Theory]
    [InlineData("", Better, Better, "Mật khẩu hiện tại", "Nhập mật khẩu hiện tại.")]
    [InlineData("không-phải-1", Better, Better, "Mật khẩu hiện tại", "Mật khẩu hiện tại không đúng.")]
    [InlineData(DemoAccounts.Password, "", "", "Mật khẩu mới", "Nhập mật khẩu mới.")]
    [InlineData(DemoAccounts.Password, "ngan-2026", "ngan-2026", "Mật khẩu mới", "Mật khẩu phải có ít nhất 10 ký tự.")]
    [InlineData(DemoAccounts.Password, "khong-co-chu-so", "khong-co-chu-so", "Mật khẩu mới", "Mật khẩu phải có ít nhất một chữ số.")]
    [InlineData(DemoAccounts.Password, "CHU-HOA-2026", "CHU-HOA-2026", "Mật khẩu mới", "Mật khẩu phải có ít nhất một chữ cái thường.")]
    [InlineData(DemoAccounts.Password, DemoAccounts.Password, DemoAccounts.Password, "Mật khẩu mới", "Mật khẩu mới phải khác mật khẩu hiện tại.")]
    [InlineData(DemoAccounts.Password, Better, "con-trau-2026-den", "Nhập lại mật khẩu mới", "Hai lần nhập mật khẩu mới không giống nhau.")]
    public async Task What_is_wrong_is_said_at_the_field_and_nothing_changes(string current, string wanted, string repeated, string field, string problem)
    {
        using var browser = await portal.SignedInAsync("stc.thutruong");

        var page = (await ChangeAsync(browser, current, wanted, repeated)).Expect(422);

        Assert.EndsWith(problem, page.ProblemAt(field));
        Assert.Equal([problem], page.Problems);
        Assert.StartsWith("Lỗi: ", page.Title);
        Assert.Equal("", page.ValueOf("Mật khẩu mới"));
        Assert.False(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "account.change-password" && e.Subject == db.Users.Single(u => u.UserName == "stc.thutruong").Id.ToString())));
        using var again = await portal.SignedInAsync("stc.thutruong");
    }

    private static async Task<PortalPage> ChangeAsync(PortalClient browser, string current, string wanted, string repeated) =>
        await (await browser.GetAsync("/password")).Fill("Mật khẩu hiện tại", current).Fill("Mật khẩu mới", wanted).Fill("Nhập lại mật khẩu mới", repeated).PressAsync("Đổi mật khẩu");
}
