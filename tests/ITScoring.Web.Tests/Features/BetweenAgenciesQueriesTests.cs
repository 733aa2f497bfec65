using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Comparisons;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Scoring;
using ITScoring.Web.Tests.Portal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>Pages about all agencies ask the database as often for many agencies as for few.</summary>
public sealed class BetweenAgenciesQueriesTests(BetweenAgenciesQueriesTests.Portal portal) : IClassFixture<BetweenAgenciesQueriesTests.Portal>
{
    [Fact]
    public async Task The_number_of_commands_does_not_grow_with_the_agencies()
    {
        string[] paths = ["/progress/2026", "/comparisons/2026", "/comparisons/2026/I.3?agency=stc", "/comparisons/2026/III.1", "/reviews?period=2026", "/reviews/2026/stc", "/reviews/2026/stc/criteria/I.3"];
        using var browser = await portal.SignedInAsync("quanly");
        var few = await CountAsync(browser, paths);

        await portal.ReadAsync(AddAgenciesAsync);
        var many = await CountAsync(browser, paths);

        Assert.Equal(few, many);
        Assert.All(few, count => Assert.InRange(count, 5, 36));
        Assert.True((await browser.GetAsync("/comparisons/2026/I.3")).Table("table.compare").Count > 18);
    }

    [Fact]
    public async Task The_compact_comparison_costs_at_most_three() => await portal.AsAsync("quanly", async services =>
    {
        var form = (await services.GetRequiredService<ReviewForms>().FindAsync(SmallPeriod.Code, "stc"))!;
        var verified = await services.GetRequiredService<PeriodScores>().ScoreAsync(form.Period, AnswerStage.Verified);
        BetweenAgencies? between = null;

        var commands = await portal.Commands.OfAsync(async () =>
            between = await services.GetRequiredService<ComparisonQuery>().CompactAsync(form.Period, form.Agency, form.Set.FindCriterion("I.3")!, verified));

        Assert.InRange(commands, 1, 3);
        Assert.Contains(between!.Rows, r => r.IsCurrent);
        return 0;
    });

    /// <summary>The second time: what is kept for all requests is there then.</summary>
    private async Task<List<int>> CountAsync(PortalClient browser, string[] paths)
    {
        var counts = new List<int>();
        foreach (var path in paths)
        {
            (await browser.GetAsync(path)).Expect(200);
            counts.Add(await portal.Commands.OfAsync(async () => (await browser.GetAsync(path)).Expect(200)));
        }

        return counts;
    }

    /// <summary>Ten more that have handed in the answers, documents and verdicts of Sở Tài chính, and one that has no form.</summary>
    private static async Task<int> AddAgenciesAsync(AppDbContext db)
    {
        var period = await db.Periods.Include(p => p.Agencies).Include(p => p.Assignments).SingleAsync(p => p.Code == SmallPeriod.Code);
        var model = await db.Submissions.SingleAsync(s => s.PeriodId == period.Id && db.Agencies.Any(a => a.Id == s.AgencyId && a.Code == "STC"));
        var taken = period.Agencies.Select(a => a.AgencyId).ToList();
        var others = await db.Agencies.Where(a => !taken.Contains(a.Id)).OrderBy(a => a.Id).Take(11).ToListAsync();
        var like = period.Agencies.Single(a => a.Code == "STC");
        foreach (var (other, i) in others.Select((a, i) => (a, i)))
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO PeriodAgencies (PeriodId, AgencyId, Code, Name, BlockCode, BlockName, \"Order\", IsRanked) VALUES ({period.Id}, {other.Id}, {other.Code}, {other.Name}, {like.BlockCode}, {like.BlockName}, {100 + i}, 1)");
            if (i == 0)
                continue;
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO ReviewerAssignments (PeriodId, AgencyId, ReviewerId, AssignedAt) SELECT PeriodId, {other.Id}, ReviewerId, AssignedAt FROM ReviewerAssignments WHERE PeriodId = {period.Id} AND AgencyId = {model.AgencyId}");
            var form = new Submission(period.Id, other.Id);
            db.Add(form);
            db.Entry(form).CurrentValues.SetValues(new { State = SubmissionState.Submitted, Revision = 1, model.FirstSubmittedAt, model.LastSubmittedAt, TimelinessCode = "a", WorkingDaysLate = 0 });
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO Answers (SubmissionId, QuestionCode, DeclaredJson, TakenOver, HasVerified, HasFinal, Version) SELECT {form.Id}, QuestionCode, DeclaredJson, 0, 0, 0, 1 FROM Answers WHERE SubmissionId = {model.Id}");
        }

        return await db.Periods.Where(p => p.Id == period.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.CohortVersion, p => p.CohortVersion + 1));
    }

    public sealed class Portal : PortalFactory
    {
        public CountedCommands Commands { get; } = new();

        protected override Task<string> TemplateAsync() => SmallPeriod.At(PeriodState.Reviewing);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<SqliteAppDbContext>(o => o.AddInterceptors(Commands)));
        }
    }
}
