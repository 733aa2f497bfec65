using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Auditing;
using ITScoring.Testing;
using ITScoring.Web.Demo;
using ITScoring.Web.Security;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

public sealed class SignInTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    private const string Wrong = "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra lại phím Caps Lock và bộ gõ tiếng Việt.";

    [Fact]
    public async Task An_account_signs_in_lands_on_its_work_and_signs_out()
    {
        using var browser = portal.Browser();

        var home = await browser.SignInAsync("stc.daumoi");
        Assert.Equal((200, "/home"), (home.Status, home.Path));

        var after = await home.PressAsync("Đăng xuất");
        Assert.Equal("Đã đăng xuất.", after.Notice);
        Assert.Equal("/sign-in", (await browser.GetAsync("/home")).Path);

        var rows = await AuditAsync("stc.daumoi");
        Assert.Equal(["account.sign-in", "account.sign-out"], rows.Select(r => r.Action));
        var account = await AccountAsync("stc.daumoi");
        Assert.All(rows, r => Assert.Equal((account.Id, Role.Editor), (r.ActorId, r.ActorRole)));
    }

    [Fact]
    public async Task A_name_is_known_in_any_letters_and_with_spaces_around_it()
    {
        using var browser = portal.Browser();
        Assert.Equal("/home", (await browser.SignInAsync("  STC.Thutruong ")).Path);
    }

    [Fact]
    public async Task Whoever_asked_for_a_page_comes_to_it_after_signing_in()
    {
        using var browser = portal.Browser();

        var signIn = await browser.GetAsync("/accounts?search=so%20tai%20chinh");
        Assert.Equal("/sign-in", signIn.Path);
        Assert.Contains("Đăng nhập để mở trang anh/chị vừa chọn.", signIn.Text);
        var page = await Try(signIn, "quantri", DemoAccounts.Password);

        Assert.Equal("/accounts", page.Path);
        Assert.Equal("so tai chinh", page.ValueOf("Tìm tên, cơ quan"));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task An_address_elsewhere_is_not_followed(string returnUrl)
    {
        using var browser = portal.Browser();
        var page = await Try(await browser.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl)), "theodoi", DemoAccounts.Password);
        Assert.Equal(("localhost", "/home"), (page.Response.RequestMessage!.RequestUri!.Host, page.Path));
    }

    [Fact]
    public async Task Empty_fields_are_asked_for_at_the_fields()
    {
        using var browser = portal.Browser();
        var page = (await (await browser.GetAsync("/sign-in")).PressAsync("Đăng nhập")).Expect(422);
        Assert.Equal("Nhập tên đăng nhập.", page.ProblemAt("Tên đăng nhập")[^"Nhập tên đăng nhập.".Length..]);
        Assert.Equal("Nhập mật khẩu.", page.ProblemAt("Mật khẩu"));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike_and_what_was_typed_is_not_kept()
    {
        using var browser = portal.Browser();

        var known = (await Try(await browser.GetAsync("/sign-in"), "sct.daumoi", "không phải")).Expect(422);
        var unknown = (await Try(await browser.GetAsync("/sign-in"), "khong-co-ai", "bi-mat-1234")).Expect(422);

        Assert.Equal([Wrong], known.Problems);
        Assert.Equal([Wrong], unknown.Problems);
        Assert.Equal("", unknown.ValueOf("Mật khẩu"));
        var row = Assert.Single(await AuditAsync("sct.daumoi"));
        Assert.Equal(("account.sign-in-failed", null), (row.Action, row.ActorId));
        Assert.Equal(1, (await AccountAsync("sct.daumoi")).AccessFailedCount);
        Assert.False(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.Subject.Contains("khong-co-ai") || e.To!.Contains("bi-mat"))));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour_and_even_the_right_one_does_not_open_it()
    {
        portal.Clock.Set(2026, 11, 2, 8, 20);
        using var browser = portal.Browser();

        for (var i = 1; i <= 4; i++)
            Assert.Equal([Wrong], (await Try(await browser.GetAsync("/sign-in"), "sxd.daumoi", $"sai-{i}")).Expect(422).Problems);
        var locked = (await Try(await browser.GetAsync("/sign-in"), "sxd.daumoi", "sai-5")).Expect(422);
        Assert.Equal("Tài khoản tạm khóa đến 08:35 ngày 02/11/2026 vì nhập sai nhiều lần. Thử lại sau lúc đó hoặc nhờ quản trị hệ thống đặt lại mật khẩu.", Assert.Single(locked.Problems));

        portal.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Contains("đến 08:35", Assert.Single((await Try(locked, "sxd.daumoi", DemoAccounts.Password)).Expect(422).Problems));
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/home", (await Try(locked, "sxd.daumoi", DemoAccounts.Password)).Path);

        var rows = await AuditAsync("sxd.daumoi");
        Assert.Equal([.. Enumerable.Repeat("account.sign-in-failed", 5), "account.sign-in-locked", "account.sign-in"], rows.Select(r => r.Action));
        Assert.Equal("Khóa đến 02/11/2026 08:35", rows[4].To);
    }

    [Fact]
    public async Task A_name_that_no_account_has_is_locked_in_the_same_words()
    {
        portal.Clock.Set(2026, 11, 3, 8, 20);
        using var browser = portal.Browser();

        PortalPage? last = null;
        for (var i = 1; i <= 5; i++)
            last = await Try(await browser.GetAsync("/sign-in"), "ai.do", $"sai-{i}");

        Assert.Equal("Tài khoản tạm khóa đến 08:35 ngày 03/11/2026 vì nhập sai nhiều lần. Thử lại sau lúc đó hoặc nhờ quản trị hệ thống đặt lại mật khẩu.", Assert.Single(last!.Problems));
    }

    [Fact]
    public async Task Wrong_passwords_that_arrive_together_are_counted_one_by_one()
    {
        var browsers = Enumerable.Range(0, 8).Select(_ => portal.Browser()).ToList();
        var pages = await Task.WhenAll(browsers.Select(b => b.GetAsync("/sign-in")));

        var answers = await Task.WhenAll(pages.Select((p, i) => Try(p, "sgtvt.daumoi", $"sai-{i}")));

        Assert.All(answers, a => Assert.Equal(422, a.Status));
        Assert.Equal(4, answers.Count(a => a.Problems.Single() == Wrong));
        Assert.NotNull((await AccountAsync("sgtvt.daumoi")).LockoutEnd);
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task A_right_password_forgets_the_wrong_ones()
    {
        using var browser = portal.Browser();
        for (var i = 1; i <= 3; i++)
            await Try(await browser.GetAsync("/sign-in"), "stp.daumoi", "sai");
        await browser.SignInAsync("stp.daumoi");
        Assert.Equal(0, (await AccountAsync("stp.daumoi")).AccessFailedCount);
    }

    [Fact]
    public async Task Only_who_knows_the_password_learns_that_an_account_is_suspended()
    {
        await portal.AsAsync("quantri", async services =>
        {
            var db = services.GetService(typeof(ITScoring.Data.AppDbContext)) as ITScoring.Data.AppDbContext;
            (await db!.Users.SingleAsync(u => u.UserName == "snv.daumoi")).SuspendedAt = SettableClock.At(2026, 10, 1).UtcDateTime;
            return await db.SaveChangesAsync();
        });
        using var browser = portal.Browser();

        Assert.Equal([Wrong], (await Try(await browser.GetAsync("/sign-in"), "snv.daumoi", "sai")).Expect(422).Problems);
        var right = (await Try(await browser.GetAsync("/sign-in"), "snv.daumoi", DemoAccounts.Password)).Expect(422);

        Assert.Equal(["Tài khoản đã ngừng sử dụng. Liên hệ quản trị hệ thống nếu cần dùng lại."], right.Problems);
        Assert.Equal("/sign-in", (await browser.GetAsync("/home")).Path);
        Assert.Equal("account.sign-in-suspended", (await AuditAsync("snv.daumoi"))[^1].Action);
    }

    [Fact]
    public async Task One_address_cannot_try_without_end()
    {
        using var browser = portal.Browser();
        var page = await browser.GetAsync("/sign-in");
        for (var i = 1; i <= 60; i++)
            (await page.PressAsync("Đăng nhập")).Expect(422);

        var refused = (await page.PressAsync("Đăng nhập")).Expect(429);

        Assert.Equal("Thao tác quá nhanh", refused.Heading);
        Assert.Contains($"Đợi {refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds} giây rồi thử lại", refused.Text);
        using var elsewhere = portal.Browser();
        Assert.Equal("/home", (await elsewhere.SignInAsync("sdl.daumoi")).Path);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var browser = portal.Browser();
        using var response = await browser.Http.PostAsync("/sign-in", new FormUrlEncodedContent([new("userName", "quantri"), new("password", DemoAccounts.Password)]));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_over_a_safe_line_and_out_of_reach_of_scripts()
    {
        using var browser = portal.Browser();
        var page = await browser.GetAsync("/sign-in");
        var token = page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!;

        using var response = await browser.Http.PostAsync("/sign-in", new FormUrlEncodedContent([new("userName", "sdl.thutruong"), new("password", DemoAccounts.Password), new("__RequestVerificationToken", token)]));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("itscoring=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("; secure", cookie);
        Assert.Contains("; httponly", cookie);
        Assert.Contains("; samesite=lax", cookie);
    }

    private static Task<PortalPage> Try(PortalPage page, string userName, string password) =>
        page.Fill("Tên đăng nhập", userName).Fill("Mật khẩu", password).PressAsync("Đăng nhập");

    private Task<List<AuditEntry>> AuditAsync(string userName) =>
        portal.ReadAsync(async db =>
        {
            var subject = AccountReference.Subject(await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());
            return await db.AuditEntries.AsNoTracking().Where(e => e.Action.StartsWith("account.") && e.Subject == subject).OrderBy(e => e.Id).ToListAsync();
        });

    private Task<AppUser> AccountAsync(string userName) => portal.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.UserName == userName));
}
