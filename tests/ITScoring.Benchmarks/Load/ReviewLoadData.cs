using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ITScoring.Benchmarks.Scoring;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Scoring;
using ITScoring.Testing;
using ITScoring.Web.Demo;
using ITScoring.Web.Features.Approvals;
using ITScoring.Web.Features.Assignments;
using ITScoring.Web.Features.Periods;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace ITScoring.Benchmarks.Load;

/// <summary>
/// A database as a province has it in the fifth year, in the middle of the verification: four published years and one under review, each of forty
/// agencies and 150 criteria, played by the services of the site. Half of this year's forms are judged.
/// </summary>
internal static class ReviewLoadData
{
    public const int Agencies = 40;
    public const int Years = 5;
    public const int Reviewers = 4;

    private static readonly int _thisYear = DateTime.UtcNow.Year;

    public static string Period => PeriodOf(_thisYear);

    public static string AgencyOf(int number) => LoadData.AgencyOf(number);

    public static string ReviewerOf(int number) => $"thamtra{1 + (number % Reviewers)}";

    public static async Task FillAsync(TestDatabase database)
    {
        var configuration = LoadData.ConfigurationOf(database);
        await using var stage = new DemoStage(configuration, new HostingEnvironment { ContentRootPath = Path.GetTempPath(), EnvironmentName = "Benchmark" });
        await using (var db = database.Open())
            await AddAsync(db);
        for (var year = _thisYear - Years + 1; year <= _thisYear; year++)
        {
            Console.WriteLine($"Playing {year} …");
            await new Year(stage, year, year == _thisYear).PlayAsync();
        }
    }

    private static string PeriodOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}");

    private static async Task AddAsync(AppDbContext db)
    {
        db.Add(new CriteriaSetVersion(WideSet.Set.Code, 1, WideSet.Set.Title, WideSet.Json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WideSet.Json))), CriteriaSetState.InForce));
        var block = await db.Blocks.SingleAsync(b => b.Code == "SBN");
        var added = Enumerable.Range(1, Agencies).Select(i => new Agency(AgencyOf(i), $"Cơ quan đo tải số {i}", null, block.Id, order: 1000 + i)).ToList();
        db.AddRange(added);
        await db.SaveChangesAsync();
        var lead = await db.Agencies.SingleAsync(a => a.Code == "STTTT");
        var hash = new PasswordHasher<AppUser>().HashPassword(new AppUser(), LoadData.Password);
        var people = new List<(string Name, Role Role, int? Agency)> { ("quanly", Role.PeriodManager, lead.Id), ("lanhdao", Role.Leader, null) };
        people.AddRange(Enumerable.Range(0, Reviewers).Select(i => (ReviewerOf(i), Role.Reviewer, (int?)lead.Id)));
        foreach (var agency in added)
            people.AddRange(new[] { ("nhaplieu", Role.Contributor), ("daumoi", Role.Editor), ("thutruong", Role.Head) }.Select(p => (DemoForms.User(agency.Code, p.Item1), p.Item2, (int?)agency.Id)));
        db.Users.AddRange(people.Select(p => new AppUser
        {
            UserName = p.Name,
            NormalizedUserName = p.Name.ToUpperInvariant(),
            DisplayName = $"Người đo tải {p.Name}",
            Role = p.Role,
            AgencyId = p.Agency,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            CreatedAt = DateTime.UtcNow,
        }));
        await db.SaveChangesAsync();
    }

    /// <summary>One evaluation.</summary>
    private sealed class Year(DemoStage stage, int year, bool isThis)
    {
        private readonly string _code = PeriodOf(year);
        private readonly DemoForms _forms = new(stage.AsAsync, PeriodOf(year));

        // The site runs on the machine's own clock: this year's review has to be under way on the day of the run.
        private readonly DateOnly _begin = isThis ? DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-60) : new DateOnly(year, 3, 1);

        public async Task PlayAsync()
        {
            await OpenAsync();
            for (var i = 1; i <= Agencies; i++)
            {
                var code = AgencyOf(i);
                var answers = AnswersOf(i);
                At(5);
                await _forms.FillAsync(code, answers);
                await _forms.ProveAsync(code, _begin.AddDays(-40));
                await _forms.PresentAsync(code);
                At(6);
                await _forms.SubmitAsync(code);
            }

            At(31);
            await ManageAsync((service, period) => service.CloseAsync(period));
            for (var i = 1; i <= (isThis ? Agencies / 2 : Agencies); i++)
            {
                At(35);
                await _forms.JudgeAsync(ReviewerOf(i), AgencyOf(i), AnswersOf(i), new Dictionary<string, string>());
                if (!isThis || i <= Agencies / 4)
                    await _forms.FinishAsync(ReviewerOf(i), AgencyOf(i));
            }

            if (!isThis)
                await PublishAsync();
        }

        /// <summary>Another agency's every year.</summary>
        private Dictionary<string, AnswerValue> AnswersOf(int agency) => WideSet.Answers(VariedCohort.Original.Agencies[(agency + year) % VariedCohort.Original.Agencies.Count].Answers!);

        private async Task OpenAsync()
        {
            At(0);
            await stage.AsAsync("quanly", async services =>
            {
                var service = services.GetRequiredService<PeriodService>();
                var db = services.GetRequiredService<AppDbContext>();
                var (created, period) = await service.CreateAsync(_code, year, $"Kỳ đo tải {year}", isDemo: true);
                DemoStage.Require(created, "create");
                var set = await db.CriteriaSetVersions.SingleAsync(v => v.Code == WideSet.Set.Code);
                var agencies = await db.Agencies.Where(a => a.Order > 1000).OrderBy(a => a.Order).Select(a => a.Id).ToListAsync();
                DemoStage.Require(
                    await service.PlanAsync(period!, new PeriodPlan(period!.Title, set.Id, _begin.AddYears(-1), _begin.AddDays(-1), Deadline.EndOf(_begin.AddDays(30)), false, [.. agencies.Select(id => new PlannedAgency(id, null))])),
                    "plan");
                var reviewers = await db.Users.Where(u => u.Role == Role.Reviewer).ToDictionaryAsync(u => u.UserName!, u => u.Id);
                foreach (var (id, i) in agencies.Select((id, i) => (id, i + 1)))
                    DemoStage.Require(await services.GetRequiredService<AssignmentService>().AssignAsync(period, id, [reviewers[ReviewerOf(i)]]), "assign");
                DemoStage.Require(await service.OpenAsync(period), "open");
            });
        }

        private async Task PublishAsync()
        {
            At(60);
            await ManageAsync((service, period) => service.SendPreliminaryAsync(period, Deadline.EndOf(_begin.AddDays(70))));
            At(75);
            await ManageAsync((service, period) => service.ProposeAsync(period));
            At(80);
            await stage.AsAsync("lanhdao", async services =>
            {
                var period = (await services.GetRequiredService<PeriodService>().FindAsync(_code))!;
                var sha = await services.GetRequiredService<AppDbContext>().FrozenRecords.Where(r => r.PeriodId == period.Id && r.Stage == RecordStage.Proposal).Select(r => r.PublicSha256).SingleAsync();
                var service = services.GetRequiredService<ApprovalService>();
                DemoStage.Require(await service.ApproveAsync(period, new DocumentReference("0/QĐ-UBND", _begin.AddDays(80), "Phê duyệt (đo tải)"), sha), "approve");
                DemoStage.Require(await service.PublishAsync(period, sha), "publish");
            });
        }

        private Task ManageAsync(Func<PeriodService, Period, Task<Domain.Outcome>> act) => stage.AsAsync("quanly", async services =>
        {
            var service = services.GetRequiredService<PeriodService>();
            DemoStage.Require(await act(service, (await service.FindAsync(_code))!), $"the manager in {_code}");
        });

        private void At(int day) => stage.Clock.Set(_begin.AddDays(day), 9);
    }
}
