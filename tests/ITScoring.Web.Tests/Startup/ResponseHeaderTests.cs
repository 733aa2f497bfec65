using System.Net;
using System.Text.Json;
using ITScoring.Web.Tests.Portal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ITScoring.Web.Tests.Startup;

/// <summary>What every answer carries, page or not.</summary>
public sealed class ResponseHeaderTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    /// <summary>An address and what it answers; each a different way out of the pipeline.</summary>
    public static readonly TheoryData<string, string, int> Answers = new()
    {
        { "GET", "/", 200 },
        { "GET", "/sign-in", 200 },
        { "GET", "/css/site.css", 200 },
        { "GET", "/favicon.svg", 200 },
        { "GET", "/lib/bootstrap.min.css", 200 },
        { "GET", "/lib/fonts/be-vietnam-pro-latin-400-normal.woff2", 200 },
        { "GET", "/health/live", 200 },
        { "GET", "/home", 302 },
        { "GET", "/guidance", 302 },
        { "GET", "/khong-co", 404 },
        { "GET", "/css/khong-co.css", 404 },
        { "POST", "/sign-in", 400 },
        { "GET", "/api/v1/periods/2018/publications/1", 200 },
        { "GET", "/api/v1/openapi.json", 200 },
        { "GET", "/api/v1/periods/2026", 404 },
        { "POST", "/api/v1/periods", 405 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_carries_the_security_headers_and_tells_nothing_about_the_server(string method, string address, int status)
    {
        using var browser = portal.Browser();

        // Under a name as in production: browsers are not told to insist on a safe line to localhost.
        using var response = await browser.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "https://danhgia.example.invalid" + address));

        Assert.Equal(status, (int)response.StatusCode);
        string Of(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : response.Content.Headers.TryGetValues(name, out values) ? string.Join(' ', values) : "";
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Of("Content-Security-Policy"));
        Assert.Equal(("nosniff", "DENY", "same-origin"), (Of("X-Content-Type-Options"), Of("X-Frame-Options"), Of("Referrer-Policy")));
        Assert.Equal(("same-origin", "same-origin"), (Of("Cross-Origin-Opener-Policy"), Of("Cross-Origin-Resource-Policy")));
        Assert.Contains("camera=()", Of("Permissions-Policy"));
        Assert.Matches("^max-age=[0-9]{7,}; includeSubDomains$", Of("Strict-Transport-Security"));
        Assert.Equal(("", "", ""), (Of("Server"), Of("X-Powered-By"), Of("X-AspNet-Version")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/results/2018?sort=name")]
    [InlineData("/css/site.css")]
    public async Task Over_an_open_line_everything_leads_to_the_safe_one(string address)
    {
        using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost"), AllowAutoRedirect = false });
        using var response = await client.GetAsync(address);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "https://localhost" + address), (response.StatusCode, response.Headers.Location!.ToString()));
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        // Browsers ignore it on an open line, and so it is not sent there.
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task On_a_developers_machine_the_open_line_works()
    {
        var site = new DevelopersPortal();
        await site.InitializeAsync();
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost"), AllowAutoRedirect = false });
        using var response = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var safe = await client.GetAsync("https://danhgia.example.invalid/");
        Assert.False(safe.Headers.Contains("Strict-Transport-Security"));
        await ((IAsyncLifetime)site).DisposeAsync();
    }

    [Fact]
    public async Task Files_and_pages_say_what_they_are_in_which_letters()
    {
        using var browser = portal.Browser();
        foreach (var (address, type) in new[]
        {
            ("/", "text/html; charset=utf-8"), ("/css/site.css", "text/css"), ("/lib/fonts/be-vietnam-pro-latin-400-normal.woff2", "font/woff2"), ("/favicon.svg", "image/svg+xml"),
            ("/results/2018.csv", "text/csv; charset=utf-8"), ("/results/2018.json", "application/json; charset=utf-8"),
        })
        {
            using var response = await browser.Http.GetAsync(address);
            Assert.Equal((address, type), (address, response.Content.Headers.ContentType!.ToString().Replace("charset=UTF-8", "charset=utf-8")));
        }
    }

    [Fact]
    public async Task Pages_of_an_account_are_kept_by_no_cache()
    {
        using var browser = await portal.SignedInAsync("stc.daumoi");
        foreach (var address in new[] { "/home", "/submissions/2026/stc", "/submissions/2026/stc/sections/H", "/submissions/2026/stc/check", "/explanations/2018/stc", "/password" })
        {
            using var response = await browser.Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl is { NoStore: true } or { NoCache: true }, $"{address} may be kept: {response.Headers.CacheControl}");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/results/2018")]
    [InlineData("/results/2018/agencies/stc")]
    [InlineData("/guidance/2026")]
    public async Task Pages_read_the_same_in_Vietnamese_whatever_language_a_browser_asks_for(string address)
    {
        var pages = new List<string>();
        foreach (var language in new[] { "vi-VN", "en-US,en;q=0.9", "de-DE", "ar-SA", "tr-TR", "xx;q=nonsense" })
        {
            using var browser = portal.Browser();
            browser.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", language);
            pages.Add((await browser.GetAsync(address + (address.Contains('?') ? "&" : "?") + "culture=en-US")).Text);
        }

        Assert.Single(pages.Distinct());
        Assert.Matches("[0-9],[0-9]|[0-9]{2}/[0-9]{2}/[0-9]{4}", pages[0]);
    }

    [Fact]
    public async Task Data_for_machines_keeps_the_decimal_point_whatever_language_is_asked_for()
    {
        using var browser = portal.Browser();
        browser.Http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "de-DE");
        using var json = JsonDocument.Parse(await browser.Http.GetStringAsync("/results/2018.json"));
        Assert.Matches("\"total\":\"[0-9]+\\.[0-9]{2}\"", json.RootElement.GetRawText());
    }

    private sealed class DevelopersPortal : PortalFactory
    {
        protected override Task<string> TemplateAsync() => PortalTemplates.Empty;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Development");
        }
    }
}
