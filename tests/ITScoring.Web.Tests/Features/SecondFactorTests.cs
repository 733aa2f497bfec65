using ITScoring.Testing;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Two factors from setting up to losing the telephone, by requests.</summary>
public sealed class SecondFactorTests
{
    [Fact]
    public async Task Set_up_by_scanning_signed_in_by_a_code_once_and_by_each_recovery_code_once()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var browser = await portal.SignedInAsync("stc.daumoi");
        var refused = await (await browser.GetAsync("/second-factor")).Fill("Mật khẩu", "sai-hoan-toan-1").PressAsync("Bật xác thực hai lớp");
        Assert.Equal(422, refused.Status);
        Assert.Contains("Mật khẩu không đúng", refused.Text);

        var (key, codes) = await SetUpAsync(browser);
        Assert.Equal(10, codes.Count);
        Assert.Contains("Đang bật", (await browser.GetAsync("/second-factor")).Text);

        using var other = portal.Browser();
        var step = await PasswordAsync(other, "stc.daumoi");
        Assert.Equal("/sign-in/code", step.Path);
        Assert.Equal("/sign-in", (await other.GetAsync("/home")).Path);
        var code = Totp.CodeOf(key, 1);
        var wrong = await step.Fill("Mã xác thực hoặc mã dự phòng", code == "000000" ? "111111" : "000000").PressAsync("Đăng nhập");
        Assert.Equal(422, wrong.Status);
        Assert.Equal("/home", (await wrong.Fill("Mã xác thực hoặc mã dự phòng", code).PressAsync("Đăng nhập")).Path);

        // Whoever looked over the shoulder comes too late.
        using var onlooker = portal.Browser();
        var again = await (await PasswordAsync(onlooker, "stc.daumoi")).Fill("Mã xác thực hoặc mã dự phòng", code).PressAsync("Đăng nhập");
        Assert.Equal(422, again.Status);
        Assert.Equal("/home", (await again.Fill("Mã xác thực hoặc mã dự phòng", codes[3].ToLowerInvariant()).PressAsync("Đăng nhập")).Path);
        using var third = portal.Browser();
        Assert.Equal(422, (await (await PasswordAsync(third, "stc.daumoi")).Fill("Mã xác thực hoặc mã dự phòng", codes[3]).PressAsync("Đăng nhập")).Status);
        Assert.Contains("Còn 9 mã dự phòng", (await onlooker.GetAsync("/second-factor")).Text);

        var history = await onlooker.GetAsync("/sign-ins");
        Assert.Contains("Bật xác thực hai lớp", history.Text);
        Assert.Contains("Mã dự phòng", history.Text);
        Assert.Contains("Đăng nhập sai", history.Text);
    }

    [Fact]
    public async Task A_known_password_buys_no_endless_tries_at_the_code()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var browser = await portal.SignedInAsync("stc.daumoi");
        var (key, _) = await SetUpAsync(browser);
        using var thief = portal.Browser();
        for (var i = 1; i <= 4; i++)
        {
            // The right password again and again must not take the failures back.
            var tried = await (await PasswordAsync(thief, "stc.daumoi")).Fill("Mã xác thực hoặc mã dự phòng", "12345").PressAsync("Đăng nhập");
            Assert.Contains("Mã không đúng", tried.Text);
        }

        var locked = await (await PasswordAsync(thief, "stc.daumoi")).Fill("Mã xác thực hoặc mã dự phòng", "12345").PressAsync("Đăng nhập");
        Assert.Contains("tạm khóa", locked.Text);
        Assert.Contains("tạm khóa", (await locked.Fill("Mã xác thực hoặc mã dự phòng", Totp.CodeOf(key, 1)).PressAsync("Đăng nhập")).Text);
    }

    [Fact]
    public async Task A_role_that_must_have_it_sets_it_up_before_anything_else_and_cannot_turn_it_off()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var administrator = await portal.SignedInAsync("quantri");
        var settings = await administrator.GetAsync("/settings");
        var refused = await settings.Fill("Vai trò phải bật xác thực hai lớp", "Quản trị mạng").PressAsync("Lưu: Giới hạn và đăng nhập");
        Assert.Equal(422, refused.Status);
        Assert.Contains("chỉ nhận tên vai trò", refused.Text);
        var saved = await refused.Fill("Vai trò phải bật xác thực hai lớp", "Đầu mối CNTT\nChuyên viên thẩm tra").PressAsync("Lưu: Giới hạn và đăng nhập");
        Assert.True(saved.Status == 200, saved.ToString());

        using var browser = portal.Browser();
        var home = await browser.SignInAsync("stc.daumoi");
        Assert.Equal("/second-factor", home.Path);
        Assert.Contains("phải bật xác thực hai lớp", home.Text);
        Assert.Equal("/second-factor", (await browser.GetAsync("/people")).Path);
        await SetUpAsync(browser);
        Assert.Equal("/people", (await browser.GetAsync("/people")).Path);
        Assert.Null((await browser.GetAsync("/second-factor")).Document.QuerySelector("[formaction='/second-factor/disable']"));
        var kept = await browser.PostAsync("/second-factor/disable", [new("password", DemoAccounts.Password)]);
        Assert.Equal(422, kept.Status);
        Assert.Contains("không tắt được", kept.Text);
        Assert.Equal("/home", (await administrator.GetAsync("/home")).Path);

        // The telephone is lost: an administrator takes the factor away, and it is asked for anew.
        var id = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "stc.daumoi").Select(u => u.Id).SingleAsync());
        var dropped = await (await administrator.GetAsync($"/accounts/{id}/dropsecondfactor")).PressAsync("Bỏ xác thực hai lớp");
        Assert.Contains("không còn xác thực hai lớp", dropped.Notice);
        using var later = portal.Browser();
        Assert.Equal("/second-factor", (await later.SignInAsync("stc.daumoi")).Path);
        Assert.Equal(0, await portal.ReadAsync(db => db.Set<Microsoft.AspNetCore.Identity.IdentityUserToken<int>>().CountAsync(t => t.UserId == id && t.Name == "RecoveryCodes" && t.Value != "")));
    }

    [Fact]
    public async Task Other_places_are_signed_out_and_ones_own_stays()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var here = await portal.SignedInAsync("stc.daumoi");
        using var there = await portal.SignedInAsync("stc.daumoi");
        Assert.Contains("Đã đăng xuất các nơi khác", (await (await here.GetAsync("/sign-ins")).PressAsync("Đăng xuất các nơi khác")).Notice);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/home", (await here.GetAsync("/home")).Path);
        Assert.Equal("/sign-in", (await there.GetAsync("/home")).Path);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(PortalClient browser)
    {
        var enable = await (await browser.GetAsync("/second-factor")).Fill("Mật khẩu", DemoAccounts.Password).PressAsync("Bật xác thực hai lớp");
        Assert.NotNull(enable.Document.QuerySelector("svg.qr path"));
        var key = enable.Document.QuerySelector(".key")!.TextContent;
        var wrong = await enable.Fill("Mã sáu chữ số", "12").PressAsync("Bật");
        Assert.Equal(422, wrong.Status);
        var done = await wrong.Fill("Mã sáu chữ số", Totp.CodeOf(key)).PressAsync("Bật");
        Assert.True(done.Status == 200, done.ToString());
        return (key, [.. done.Document.QuerySelectorAll(".codes code").Select(c => c.TextContent)]);
    }

    private static async Task<PortalPage> PasswordAsync(PortalClient browser, string userName) =>
        await (await browser.GetAsync("/sign-in")).Fill("Tên đăng nhập", userName).Fill("Mật khẩu", DemoAccounts.Password).PressAsync("Đăng nhập");
}
