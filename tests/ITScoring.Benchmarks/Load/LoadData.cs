using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Testing;
using ITScoring.Web.Demo;
using ITScoring.Web.Features.Assignments;
using ITScoring.Web.Features.Periods;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace ITScoring.Benchmarks.Load;

/// <summary>
/// A database as in the middle of a busy autumn: the whole published demonstration, and beside it an open period in which one agency for every
/// connection has its form filled in and proved, each the successor of an agency that was evaluated in 2018.
/// </summary>
internal static class LoadData
{
    public const string Period = "do-tai";
    public const string Password = DemoAccounts.Password;

    public static string AgencyOf(int number) => $"DT{number:00}";

    /// <summary>Address of the form of an agency.</summary>
    public static string PathOf(int number) => $"/submissions/{Period}/{AgencyOf(number).ToLowerInvariant()}";

    public static string UserOf(int number) => DemoForms.User(AgencyOf(number), "nhaplieu");

    /// <summary>The site's own settings, on this database.</summary>
    public static IConfiguration ConfigurationOf(TestDatabase database) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(RepositoryFiles.Root, "src", "ITScoring.Web", "appsettings.json"))
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = "Sqlite", ["ConnectionStrings:Default"] = database.ConnectionString })
        .Build();

    public static async Task FillAsync(TestDatabase database, int agencies)
    {
        var configuration = ConfigurationOf(database);
        var environment = new HostingEnvironment { ContentRootPath = Path.GetTempPath(), EnvironmentName = "Benchmark" };
        await DemoSeeder.SeedAsync(configuration, environment, TimeProvider.System, Console.WriteLine);

        Console.WriteLine($"Filling in {agencies} forms …");
        await using var stage = new DemoStage(configuration, environment);
        // The site runs on the machine's own clock: the period has to be open on the day of the run.
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await using (var db = database.Open())
            await AddAgenciesAsync(db, agencies);
        stage.Clock.Set(today.AddDays(-20), 8);
        await stage.AsAsync("quanly", services => OpenAsync(services, agencies, today));
        var forms = new DemoForms(stage.AsAsync, Period);
        var cohort = Scoring.VariedCohort.Original.Agencies;
        for (var i = 1; i <= agencies; i++)
        {
            stage.Clock.Set(today.AddDays(-10), 9);
            await forms.FillAsync(AgencyOf(i), cohort[i % cohort.Count].Answers!);
            await forms.ProveAsync(AgencyOf(i), today.AddDays(-30));
        }
    }

    private static async Task AddAgenciesAsync(AppDbContext db, int count)
    {
        var known = await db.Agencies.ToDictionaryAsync(a => a.Code);
        var block = await db.Blocks.SingleAsync(b => b.Code == "SBN");
        var cohort = Scoring.VariedCohort.Original.Agencies;
        var added = Enumerable.Range(1, count).Select(i => new Agency(AgencyOf(i), $"Cơ quan đo tải số {i}", null, block.Id, order: 1000 + i)).ToList();
        db.AddRange(added);
        await db.SaveChangesAsync();
        var hash = new PasswordHasher<AppUser>().HashPassword(new AppUser(), Password);
        for (var i = 1; i <= count; i++)
        {
            if (!added[i - 1].Succeeds(known[cohort[i % cohort.Count].Code]).Ok)
                throw new InvalidOperationException($"{AgencyOf(i)} cannot succeed {cohort[i % cohort.Count].Code}.");
            foreach (var (part, role) in new[] { ("nhaplieu", Role.Contributor), ("daumoi", Role.Editor) })
            {
                var name = DemoForms.User(AgencyOf(i), part);
                db.Users.Add(new AppUser
                {
                    UserName = name,
                    NormalizedUserName = name.ToUpperInvariant(),
                    DisplayName = $"Người đo tải {i}",
                    Role = role,
                    AgencyId = added[i - 1].Id,
                    PasswordHash = hash,
                    SecurityStamp = Guid.NewGuid().ToString("N"),
                    LockoutEnabled = true,
                    CreatedAt = DateTime.UtcNow,
                });
            }
        }

        await db.SaveChangesAsync();
    }

    private static async Task OpenAsync(IServiceProvider services, int agencies, DateOnly today)
    {
        var service = services.GetRequiredService<PeriodService>();
        var db = services.GetRequiredService<AppDbContext>();
        var (created, period) = await service.CreateAsync(Period, today.Year, "Kỳ đo tải", isDemo: true);
        DemoStage.Require(created, "create");
        var codes = Enumerable.Range(1, agencies).Select(AgencyOf).ToList();
        var ids = await db.Agencies.Where(a => codes.Contains(a.Code)).Select(a => a.Id).ToListAsync();
        var set = await db.CriteriaSetVersions.FirstAsync(v => v.State == CriteriaSetState.InForce);
        DemoStage.Require(
            await service.PlanAsync(period!, new PeriodPlan(period!.Title, set.Id, today.AddYears(-1), today.AddDays(-1), Deadline.EndOf(today.AddDays(60)), false, [.. ids.Select(id => new PlannedAgency(id, null))])),
            "plan");
        var reviewer = await db.Users.Where(u => u.UserName == "thamtra1").Select(u => u.Id).SingleAsync();
        foreach (var id in ids)
            DemoStage.Require(await services.GetRequiredService<AssignmentService>().AssignAsync(period, id, [reviewer]), "assign");
        DemoStage.Require(await service.OpenAsync(period), "open");
    }
}
