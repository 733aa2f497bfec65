using System.Net;
using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The pages that come when something did not work.</summary>
public sealed partial class ErrorPageTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    [Theory]
    [InlineData("/khong-co")]
    [InlineData("/submissions")]
    [InlineData("/accounts/1/2/3")]
    [InlineData("/css/khong-co.css")]
    [InlineData("/lib/../appsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/Features/Shared/_Layout.cshtml")]
    [InlineData("/.git/config")]
    [InlineData("/results/9999")]
    [InlineData("/guidance/9999")]
    [InlineData("/errors/500")]
    [InlineData("/errors/200")]
    [InlineData("/%E1%BB%87%F0%9F%96%A5")]
    public async Task An_address_that_leads_nowhere_is_not_found_for_strangers_too(string address)
    {
        using var browser = portal.Browser();
        var page = await browser.GetAsync(address);
        Assert.Equal((404, "Không tìm thấy trang"), (page.Status, page.Heading));
        Assert.StartsWith("Lỗi: ", page.Title);
        Assert.Matches("Lỗi 404 · mã yêu cầu \\S+", page.Text);
        Assert.Equal("/sign-in", (await page.FollowAsync("Đăng nhập")).Path);
    }

    /// <summary>Beside a build (not in what was published) the framework answers every address that no route takes as if it were a file: 404, and 405 to other methods.</summary>
    [Theory]
    [InlineData("GET", "/sign-out")]
    [InlineData("POST", "/khong-co")]
    [InlineData("PUT", "/khong-co")]
    [InlineData("DELETE", "/accounts")]
    [InlineData("HEAD", "/khong-co")]
    [InlineData("TRACE", "/")]
    public async Task No_method_leads_a_stranger_to_signing_in_where_nothing_is(string method, string address)
    {
        using var browser = portal.Browser();
        using var response = await browser.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));
        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{method} {address} answered {(int)response.StatusCode} {response.Headers.Location}");
        if (method != "HEAD")
            Assert.Contains("mã yêu cầu", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_page_without_the_right_to_it_answers_in_place_with_who_is_signed_in()
    {
        using var browser = await portal.SignedInAsync("stc.daumoi");
        var page = await browser.GetAsync("/accounts");
        Assert.Equal((403, "/accounts", "Không có quyền xem trang này"), (page.Status, page.Path, page.Heading));
        Assert.Contains("Đầu mối CNTT", page.TextOf(".who"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CfDJ8-gia-mao")]
    public async Task A_form_without_its_token_gets_a_page_that_says_what_to_do(string? token)
    {
        using var browser = await portal.SignedInAsync("quantri");
        var fields = new Dictionary<string, string> { ["userName"] = "x" };
        if (token is not null)
            fields["__RequestVerificationToken"] = token;

        using var response = await browser.Http.PostAsync("/accounts/new", new FormUrlEncodedContent(fields));

        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("<h1>Yêu cầu không dùng được</h1>", html);
        Assert.Contains("thường vì trang đã mở quá lâu hoặc đăng nhập đã đổi ở thẻ khác", html);
        Assert.Contains("Quay lại trang trước, tải lại rồi gửi lại.", html);
        Assert.Contains("mã yêu cầu", html);
    }

    [Theory]
    [InlineData("https://localhost/accounts/new?x=1", "/accounts/new?x=1")]
    [InlineData("https://elsewhere.example.invalid/accounts/new", "/home")]
    [InlineData(null, "/home")]
    public async Task A_form_that_comes_after_signing_out_leads_through_signing_in_back_to_its_page(string? from, string to)
    {
        using var browser = await portal.SignedInAsync("quantri");
        await (await browser.GetAsync("/home")).PressAsync("Đăng xuất");
        using var request = new HttpRequestMessage(System.Net.Http.HttpMethod.Post, "/accounts/1/suspend") { Content = new FormUrlEncodedContent([]) };
        if (from is not null)
            request.Headers.Referrer = new Uri(from);

        using var response = await browser.Http.SendAsync(request);

        Assert.Equal("https://localhost/sign-in?returnUrl=" + Uri.EscapeDataString(to), response.Headers.Location!.AbsoluteUri);
        Assert.Null(await portal.ReadAsync(db => db.Users.Where(u => u.Id == 1).Select(u => u.SuspendedAt).SingleAsync()));
    }

    [Theory]
    [InlineData("text/plain", "xin chào")]
    [InlineData("application/json", "{\"userName\":")]
    [InlineData("multipart/form-data; boundary=x", "không phải multipart")]
    [InlineData("application/x-www-form-urlencoded", "%E1%BB")]
    public async Task A_body_that_is_no_form_is_refused_with_a_page(string type, string body)
    {
        using var browser = portal.Browser();
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await browser.Http.PostAsync("/sign-in", content);
        Assert.InRange((int)response.StatusCode, 400, 422);
        Assert.Contains("<h1>", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Periods", "/", null)]
    [InlineData("Periods", "/results", null)]
    [InlineData("Periods", "/guidance", null)]
    [InlineData("Users", "/accounts", "quantri")]
    [InlineData("Users", "/home", "stc.daumoi")]
    [InlineData("Submissions", "/home", "stc.daumoi")]
    [InlineData("Periods", "/khong-co", null)]
    public async Task A_broken_database_gets_a_page_with_the_id_under_which_the_log_tells_why(string table, string address, string? userName)
    {
        // Of its own: it is broken afterwards.
        var broken = new EmptyPortal();
        await broken.InitializeAsync();
        using var browser = broken.Browser();
        if (userName is not null)
            await browser.SignInAsync(userName);
        await broken.ReadAsync(async db => await db.Database.ExecuteSqlRawAsync(string.Concat("ALTER TABLE ", table, " RENAME TO Gone")));
        // The session is looked at anew, and that too needs the database.
        broken.Clock.Advance(TimeSpan.FromSeconds(61));

        using var response = await browser.Http.GetAsync(address);

        var html = await response.Content.ReadAsStringAsync();
        if (address == "/khong-co")
        {
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains("<h1>Không tìm thấy trang</h1>", html);
            return;
        }

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("<h1>Có lỗi ở máy chủ</h1>", html);
        Assert.Contains("gửi mã yêu cầu dưới đây cho quản trị hệ thống", html);
        Assert.True(response.Headers.CacheControl?.NoStore, "The page may be kept by caches.");
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("SQLite", html);
        Assert.DoesNotContain(table, html);
        Assert.DoesNotContain(" at ITScoring.", html);
        var id = RequestId().Match(html).Groups[1].Value;
        Assert.NotEqual("", id);
        var log = broken.Log();
        Assert.Matches($@"\[ERR\] {Regex.Escape(id)} .*", log);
        Assert.Contains($"no such table: {table}", log);
        Assert.Contains($"{id} GET {address} 500", log);
        Assert.DoesNotContain(userName ?? "stc.daumoi", log);
        await ((IAsyncLifetime)broken).DisposeAsync();
    }

    [GeneratedRegex("mã yêu cầu <code>([^<]+)</code>")]
    private static partial Regex RequestId();
}
