using ITScoring.Data;
using ITScoring.Testing;
using ITScoring.Web.Demo;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace ITScoring.Web.Tests.Demo;

public sealed class DemoSeederTests
{
    [Fact]
    public async Task A_demonstration_that_is_complete_is_not_played_again()
    {
        await using var database = TestDatabase.CopyOf(await PortalTemplates.Demo);
        Assert.True(await SeedAsync(database));
    }

    [Fact]
    public async Task A_demonstration_that_was_interrupted_ends_the_start_with_the_way_out()
    {
        await using var database = TestDatabase.CopyOf(await PortalTemplates.Empty);
        await InventAsync(database, isDemo: true);

        var problem = await Assert.ThrowsAsync<StartupProblem>(() => SeedAsync(database));
        Assert.Contains("xóa tệp cơ sở dữ liệu", problem.Message);
    }

    [Fact]
    public async Task Beside_a_real_period_nothing_is_invented()
    {
        await using var database = TestDatabase.CopyOf(await PortalTemplates.Empty);
        await InventAsync(database, isDemo: false);

        Assert.False(await SeedAsync(database));
        await using var db = database.Open();
        Assert.Equal(["2018"], db.Periods.Select(p => p.Code));
    }

    private static async Task InventAsync(TestDatabase database, bool isDemo)
    {
        await using var stage = new DemoStage(ConfigurationOf(database), Environment());
        stage.Clock.Set(new DateOnly(2018, 11, 20), 8);
        await stage.AsAsync("quanly", services => services.GetRequiredService<PeriodService>().CreateAsync("2018", 2018, "Đánh giá năm 2018", isDemo));
    }

    private static async Task<bool> SeedAsync(TestDatabase database) =>
        await DemoSeeder.SeedAsync(ConfigurationOf(database), Environment(), new SettableClock(PortalTemplates.Start), said => Assert.Fail($"It plays: {said}"));

    private static IConfiguration ConfigurationOf(TestDatabase database) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(SourceFolder.Web, "appsettings.json"))
        .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Default"] = database.ConnectionString })
        .Build();

    private static HostingEnvironment Environment() => new() { ContentRootPath = SourceFolder.Web, EnvironmentName = "Production" };
}
