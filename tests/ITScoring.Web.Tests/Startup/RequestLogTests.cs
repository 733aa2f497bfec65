using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Startup;

public sealed class RequestLogTests
{
    [Fact]
    public async Task Every_request_leaves_a_line_with_its_id_and_nobodys_name_or_words()
    {
        var portal = new DemoPortal();
        await portal.InitializeAsync();
        using var browser = portal.Browser();
        (await browser.GetAsync("/sign-in")).ToString();
        await browser.SignInAsync("stc.daumoi");
        using var stranger = portal.Browser();
        await (await stranger.GetAsync("/sign-in")).Fill("Tên đăng nhập", "nguoi-la-hoac").Fill("Mật khẩu", "bi-mat-98765").PressAsync("Đăng nhập");
        var page = await (await browser.GetAsync("/submissions/2026/stc/sections/H")).Fill("H05", "4321,75").Fill("Ghi chú câu H05", "Điều chỉ riêng cơ quan biết").PressAsync("Lưu");
        await page.Fill("H05", "không phải số 1357").PressAsync("Lưu");
        await (await browser.GetAsync("/submissions/2026/stc/questions/H05/evidence")).Fill("Địa chỉ", "https://rieng.example.invalid/tai-lieu").PressAsync("Thêm đường dẫn");
        using var administrator = await portal.SignedInAsync("quantri");
        await administrator.GetAsync("/accounts?search=nguyen%20thi%20bi%20mat");
        await browser.GetAsync("/khong-co");

        var lines = portal.Log().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var requests = lines.Where(l => l.Contains(" ms", StringComparison.Ordinal)).ToList();
        Assert.True(requests.Count > 15, $"Only {requests.Count} requests were logged.");
        // Time, level, id of the request, method, path, status, milliseconds.
        Assert.All(requests, l => Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d \[(INF|ERR)\] [0-9A-Z:]+ (GET|POST) /\S* \d{3} \d+ ms$", l.TrimEnd('\r')));
        Assert.Contains(requests, l => l.Contains("POST /submissions/2026/stc/sections/H 422", StringComparison.Ordinal));
        Assert.Contains(requests, l => l.Contains("GET /accounts 200", StringComparison.Ordinal));
        Assert.Contains(requests, l => l.Contains("GET /khong-co 404", StringComparison.Ordinal));
        var log = string.Join('\n', lines);
        var name = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "stc.daumoi").Select(u => u.DisplayName).SingleAsync());
        foreach (var personal in new[] { name, "stc.daumoi", "quantri", "nguoi-la-hoac", "bi-mat", DemoAccounts.Password, "4321", "1357", "chỉ riêng", "rieng.example", "search", "nguyen" })
            Assert.DoesNotContain(personal, log);
        await ((IAsyncLifetime)portal).DisposeAsync();
    }

    [Fact]
    public async Task A_line_break_in_an_address_writes_no_line_of_its_own()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var stranger = portal.Browser();
        (await stranger.Http.GetAsync("/khong-co%0A2026-01-01%20gia-mao")).Dispose();
        var lines = portal.Log().Split('\n');
        Assert.Contains(lines, l => l.Contains("GET /khong-co%0A2026-01-01%20gia-mao 404", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.StartsWith("2026-01-01 gia-mao", StringComparison.Ordinal));
    }
}
