using System.Net;
using ITScoring.Web.Tests.Portal;
using Microsoft.Data.Sqlite;

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
}
