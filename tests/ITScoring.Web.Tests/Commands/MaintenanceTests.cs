using System.Net;
using System.Text.Json;
using ITScoring.Web.Tests.Portal;
using Microsoft.Data.Sqlite;

namespace ITScoring.Web.Tests.Commands;

/// <summary>The maintenance page, switched by the command beside a running site.</summary>
public sealed class MaintenanceTests
{
    [Fact]
    public async Task Every_page_is_away_but_health_and_style_sheets_also_without_a_database_until_it_is_switched_off()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var browser = portal.Browser();
        var settings = new Dictionary<string, string> { ["Maintenance__File"] = portal.MaintenanceFile };
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/results")).StatusCode);

        var on = await CommandRun.WithAsync(settings, "maintenance", "on", "--until", "18:00 30/10/2026");
        Assert.Equal((0, true), (on.ExitCode, on.Output.StartsWith("Đã bật trang bảo trì, dự kiến đến 18:00 ngày 30/10/2026", StringComparison.Ordinal)));
        var file = new SqliteConnectionStringBuilder(portal.Database.ConnectionString).DataSource;
        using (var connection = new SqliteConnection(portal.Database.ConnectionString))
            SqliteConnection.ClearPool(connection);
        File.Move(file, file + ".away");

        using var page = await browser.Http.GetAsync("/submissions/1?x=1");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Cổng dự kiến hoạt động trở lại lúc 18:00 ngày 30/10/2026.", html);
        Assert.Contains("UBND tỉnh Quảng Bình", html);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(page.Headers.RetryAfter?.Delta > TimeSpan.FromDays(1));
        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.Http.PostAsync("/sign-in", null)).StatusCode);
        using var api = await browser.Http.GetAsync("/api/v1/periods");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Đang bảo trì", JsonDocument.Parse(await api.Content.ReadAsStringAsync()).RootElement.GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/css/site.css")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/health/live")).StatusCode);

        File.Move(file + ".away", file, overwrite: true);
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal("Đã tắt trang bảo trì.\n", (await CommandRun.WithAsync(settings, "maintenance", "off")).Output);
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/results")).StatusCode);
        Assert.Equal("Trang bảo trì vốn đang tắt.\n", (await CommandRun.WithAsync(settings, "maintenance", "off")).Output);
    }

    [Fact]
    public async Task A_time_that_is_none_switches_nothing_on()
    {
        var folder = Directory.CreateTempSubdirectory("itscoring-maintenance-").FullName;
        var run = await CommandRun.WithAsync(new Dictionary<string, string> { ["Maintenance__File"] = Path.Combine(folder, "bao-tri") }, "maintenance", "on", "--until", "chiều mai");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("không phải thời điểm", Assert.Single(run.Errors));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
        Directory.Delete(folder);
    }
}
