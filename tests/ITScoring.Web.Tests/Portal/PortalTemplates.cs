using ITScoring.Testing;
using ITScoring.Web.Demo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Database files from which portals are copied; each is made once per test run, when the first test asks for it.</summary>
internal static class PortalTemplates
{
    /// <summary>When a portal's clock starts: two months before the deadline of the demonstration's open period.</summary>
    public static readonly DateTimeOffset Start = SettableClock.At(2026, 10, 20);

    private static readonly Lazy<Task<string>> LazyEmpty = new(() => MakeAsync(async stage =>
    {
        stage.Clock.Set(new DateOnly(2026, 10, 1), 8);
        await stage.ReadAsync(async services =>
        {
            await services.GetRequiredService<DemoAccounts>().AddMissingAsync();
            return true;
        });
    }));

    private static readonly Lazy<Task<string>> LazyDemo = new(() => MakeAsync(null));

    public static Task<string> Empty => LazyEmpty.Value;

    public static Task<string> Demo => LazyDemo.Value;

    /// <summary>A copy of a file in which something more has happened.</summary>
    public static Task<string> PlayAsync(string before, Func<DemoStage, Task> play) => MakeAsync(play, before);

    private static async Task<string> MakeAsync(Func<DemoStage, Task>? play, string? before = null)
    {
        // Lives as long as the test run.
        var database = before is null ? await TestDatabase.CreateAsync() : TestDatabase.CopyOf(before);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(SourceFolder.Web, "appsettings.json"))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Default"] = database.ConnectionString })
            .Build();
        var environment = new HostingEnvironment { ContentRootPath = SourceFolder.Web, EnvironmentName = "Production" };
        if (play is null)
        {
            await DemoSeeder.SeedAsync(configuration, environment, new SettableClock(Start), _ => { });
        }
        else
        {
            await using var stage = new DemoStage(configuration, environment);
            await play(stage);
        }

        TestDatabase.Close(database.Services);
        return new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
    }
}
