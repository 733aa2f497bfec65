using System.Net;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Tests.Files;
using ITScoring.Web.Tests.Portal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Startup;

public sealed class HealthTests
{
    [Fact]
    public async Task The_site_is_live_always_and_ready_while_the_database_is_there()
    {
        var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var browser = portal.Browser();
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/live"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/ready"));

        var file = new SqliteConnectionStringBuilder(portal.Database.ConnectionString).DataSource;
        using (var connection = new SqliteConnection(portal.Database.ConnectionString))
            SqliteConnection.ClearPool(connection);
        File.Move(file, file + ".away");
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/live"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync("/health/ready"));

        File.Move(file + ".away", file, overwrite: true);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health/ready"));
        await ((IAsyncLifetime)portal).DisposeAsync();

        async Task<(HttpStatusCode, string)> AskAsync(string address)
        {
            using var response = await browser.Http.GetAsync(address);
            Assert.True(response.Headers.CacheControl?.NoStore, $"{address} may be kept by caches.");
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task The_site_is_not_ready_while_files_cannot_be_stored()
    {
        await using var portal = new EmptyPortal { Outside = s => s.AddSingleton<IFileStore>(new BrokenStore(new UnauthorizedAccessException())) };
        await portal.InitializeAsync();
        using var browser = portal.Browser();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Forwarded_headers_of_a_stranger_do_not_count()
    {
        // Both ask from the loopback address; only one site trusts it.
        foreach (var (trusted, scheme) in new[] { ("127.0.0.1", HttpStatusCode.OK), ("10.0.0.5", HttpStatusCode.TemporaryRedirect) })
        {
            await using var portal = new EmptyPortal { Settings = { ["Proxy:ForwardedHeaders"] = "true", ["Proxy:Trusted:0"] = trusted, ["Proxy:Trusted:1"] = "" } };
            await portal.InitializeAsync();
            using var plain = portal.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") });
            plain.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            Assert.Equal(scheme, (await plain.GetAsync("/results")).StatusCode);
        }
    }
}
