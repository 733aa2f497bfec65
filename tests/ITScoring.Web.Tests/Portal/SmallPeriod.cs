using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Demo;
using ITScoring.Web.Features.Approvals;
using ITScoring.Web.Features.Assignments;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Settlements;
using ITScoring.Web.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Portal;

/// <summary>
/// A small evaluation with two blocks, played by the site's services and kept at every state: two agencies with the same answers, one without
/// administrative procedures, one that is not ranked, one in each block that never hands in, two confirmed explanations and a drafted one.
/// </summary>
internal static class SmallPeriod
{
    public const string Code = "2026";

    /// <summary>Sở TTTT declares 200 Mbps (200/37 = 5,41 for each person, the best); its reviewer finds 50. The agency explains.</summary>
    public const string BandwidthCriterion = "I.3";

    /// <summary>Ban Dân tộc declares 6 people trained; its reviewer finds 3: 3/24 of 30 % of 15 points = 6,25. The agency explains.</summary>
    public const string TrainingCriterion = "VI.5";

    private static readonly string[] HandedIn = ["VPUBND", "SNV", "STC", "STTTT", "BDT", "BQLKKT", "DONGHOI"];
    private static readonly string[] Never = ["SYT", "BADON"];

    private static readonly IReadOnlyDictionary<PeriodState, Lazy<Task<string>>> Files = Enum.GetValues<PeriodState>().ToDictionary(state => state, state => new Lazy<Task<string>>(() => MakeAsync(state)));

    /// <summary>The database file of a state. Draft: planned, with reviewers. Open: all forms that come have come. Reviewing: all are verified.</summary>
    public static Task<string> At(PeriodState state) => Files[state].Value;

    /// <summary>Who verifies an agency; Sở Tài chính has a second reviewer, thamtra2.</summary>
    public static string ReviewerOf(string agency) => agency switch
    {
        "STTTT" => "thamtra5",
        "BDT" => "thamtra2",
        "VPUBND" or "DONGHOI" => "thamtra3",
        _ => "thamtra1",
    };

    /// <summary>A file of its own: as at one state, then changed, then played on to another.</summary>
    public static async Task<string> ChangedAsync(PeriodState state, PeriodState changedAt, Func<AppDbContext, Task> change) =>
        await PortalTemplates.PlayAsync(await At(changedAt), async stage =>
        {
            await stage.ReadAsync(async services =>
            {
                var db = services.GetRequiredService<AppDbContext>();
                await change(db);
                return await db.SaveChangesAsync();
            });
            for (var next = changedAt + 1; next <= state; next++)
                await PlayAsync(stage, next);
        });

    private static async Task<string> MakeAsync(PeriodState state) =>
        await PortalTemplates.PlayAsync(state == PeriodState.Draft ? await PortalTemplates.Empty : await At(state - 1), stage => PlayAsync(stage, state));

    private static async Task PlayAsync(DemoStage stage, PeriodState state)
    {
        var set = await stage.ReadAsync(async services => await services.GetRequiredService<CriteriaSetCache>().GetAsync(await services.GetRequiredService<AppDbContext>().CriteriaSetVersions.Select(v => v.Id).SingleAsync()));
        await (state switch
        {
            PeriodState.Draft => PrepareAsync(stage),
            PeriodState.Open => CollectAsync(stage, set),
            PeriodState.Reviewing => ReviewAsync(stage, set),
            PeriodState.Preliminary => ExplainAsync(stage, set),
            PeriodState.Proposed => ProposeAsync(stage),
            PeriodState.Approved => LeadAsync(stage, 7, (service, period, sha) => service.ApproveAsync(period, new DocumentReference("1234/QĐ-UBND", new DateOnly(2026, 10, 20), null), sha)),
            _ => LeadAsync(stage, 8, (service, period, sha) => service.PublishAsync(period, sha)),
        });
    }

    private static async Task PrepareAsync(DemoStage stage)
    {
        stage.Clock.Set(new DateOnly(2026, 8, 20), 8);
        await AddAccountsAsync(stage, "DONGHOI");
        await stage.AsAsync("quanly", async services =>
        {
            var (service, db) = (services.GetRequiredService<PeriodService>(), services.GetRequiredService<AppDbContext>());
            var (created, period) = await service.CreateAsync(Code, 2026, "Đánh giá mức độ ứng dụng CNTT năm 2026");
            DemoStage.Require(created, "create");
            var agencies = await db.Agencies.ToDictionaryAsync(a => a.Code, a => a.Id);
            DemoStage.Require(
                await service.PlanAsync(period!, new PeriodPlan(
                    period!.Title, await db.CriteriaSetVersions.Select(v => v.Id).SingleAsync(), new DateOnly(2025, 9, 1), new DateOnly(2026, 8, 31), Deadline.Before(new DateOnly(2026, 10, 1)), false,
                    [.. HandedIn.Concat(Never).Select(a => new PlannedAgency(agencies[a], a == "BQLKKT" ? "Mới tổ chức lại trong kỳ" : null))])),
                "plan");
            var reviewers = await db.Users.Where(u => u.Role == Role.Reviewer).ToDictionaryAsync(u => u.UserName!, u => u.Id);
            foreach (var agency in period.Agencies)
                DemoStage.Require(await services.GetRequiredService<AssignmentService>().AssignAsync(period, agency.AgencyId, agency.Code == "STC" ? [reviewers["thamtra1"], reviewers["thamtra2"]] : [reviewers[ReviewerOf(agency.Code)]]), $"assign {agency.Code}");
        });
    }

    private static async Task CollectAsync(DemoStage stage, CriteriaSet set)
    {
        stage.Clock.Set(new DateOnly(2026, 9, 1), 8);
        await ManageAsync(stage, (service, period) => service.OpenAsync(period));
        var forms = new DemoForms(stage.AsAsync, Code);
        foreach (var (agency, i) in HandedIn.Select((a, i) => (a, i)))
        {
            stage.Clock.Set(new DateOnly(2026, 9, 21), 8, i * 5);
            await forms.FillAsync(agency, Answers(set, agency, declared: true));
            await forms.ProveAsync(agency, new DateOnly(2026, 8, 20));
            await forms.PresentAsync(agency);
            stage.Clock.Set(new DateOnly(2026, 9, 28), 15, i);
            await forms.SubmitAsync(agency);
        }
    }

    private static async Task ReviewAsync(DemoStage stage, CriteriaSet set)
    {
        stage.Clock.Set(new DateOnly(2026, 10, 1), 8);
        await ManageAsync(stage, (service, period) => service.CloseAsync(period));
        var forms = new DemoForms(stage.AsAsync, Code);
        foreach (var (agency, i) in HandedIn.Select((a, i) => (a, i)))
        {
            stage.Clock.Set(new DateOnly(2026, 10, 5), 9, i * 5);
            var reasons = agency switch
            {
                "STTTT" => new Dictionary<string, string> { ["H05"] = "Hợp đồng kênh truyền ghi 50 Mbps." },
                "BDT" => new Dictionary<string, string> { ["N06"] = "Danh sách lớp có 3 người." },
                _ => [],
            };
            await forms.JudgeAsync(ReviewerOf(agency), agency, Answers(set, agency, declared: false), reasons);
            await forms.FinishAsync(ReviewerOf(agency), agency);
        }
    }

    private static async Task ExplainAsync(DemoStage stage, CriteriaSet set)
    {
        stage.Clock.Set(new DateOnly(2026, 10, 9), 8);
        await ManageAsync(stage, (service, period) => service.SendPreliminaryAsync(period, Deadline.EndOf(new DateOnly(2026, 10, 16))));
        var forms = new DemoForms(stage.AsAsync, Code);
        foreach (var (agency, criterion, question, claim, confirmed) in new[] { ("STTTT", BandwidthCriterion, "H05", "200", true), ("BDT", TrainingCriterion, "N06", "6", true), ("STC", "VI.4", "N05", "65", false) })
        {
            stage.Clock.Set(new DateOnly(2026, 10, 12), 9);
            await stage.AsAsync(DemoForms.User(agency, "daumoi"), async services => DemoStage.Require(
                await services.GetRequiredService<ExplanationService>().WriteAsync(await forms.FormAsync(services, agency), set.FindCriterion(criterion)!, $"Cơ quan đề nghị giữ số kê khai câu {question}.", [new ContestedValue(question, claim)]),
                $"{agency} explains"));
            if (!confirmed)
                continue;
            await stage.AsAsync(DemoForms.User(agency, "thutruong"), async services =>
            {
                var form = await forms.FormAsync(services, agency);
                var id = await services.GetRequiredService<AppDbContext>().Explanations.Where(e => e.SubmissionId == form.Submission.Id).Select(e => e.Id).SingleAsync();
                DemoStage.Require((await services.GetRequiredService<ExplanationService>().ConfirmAsync(form, id))!, $"{agency} confirms");
            });
        }
    }

    private static async Task ProposeAsync(DemoStage stage)
    {
        stage.Clock.Set(new DateOnly(2026, 10, 19), 9);
        foreach (var (reviewer, agency, criterion, accept) in new[] { ("thamtra6", "STTTT", BandwidthCriterion, true), ("thamtra4", "BDT", TrainingCriterion, false) })
        {
            await stage.AsAsync(reviewer, async services =>
            {
                var found = (await services.GetRequiredService<SettlementQuery>().FindAsync(Code, agency, criterion))!.Value;
                DemoStage.Require(await services.GetRequiredService<ExplanationService>().SettleAsync(found.Period, found.Submission, found.Explanation, accept, "Đã đối chiếu hồ sơ gửi kèm."), $"settle {agency}");
            });
        }

        await ManageAsync(stage, (service, period) => service.ProposeAsync(period));
    }

    private static Task ManageAsync(DemoStage stage, Func<PeriodService, Period, Task<Domain.Outcome>> act) => stage.AsAsync("quanly", async services =>
    {
        var service = services.GetRequiredService<PeriodService>();
        DemoStage.Require(await act(service, (await service.FindAsync(Code))!), "the manager acts");
    });

    /// <summary>What an agency declares, or what its reviewer finds: figures of the vectors' cohort; two agencies share those of Sở Tài chính.</summary>
    private static Dictionary<string, AnswerValue> Answers(CriteriaSet set, string agency, bool declared)
    {
        var source = agency switch { "SNV" => "STC", "DONGHOI" => "SGTVT", _ => agency };
        var answers = DemoCohort.Read(set).Agencies.Single(a => a.Code == source).Answers!.ToDictionary();
        if (declared && agency == "STTTT")
            answers["H05"] = new NumberAnswer(200);
        if (declared && agency == "BDT")
            answers["N06"] = new NumberAnswer(6);
        return answers;
    }

    /// <summary>The demonstration has no accounts in the districts.</summary>
    private static Task AddAccountsAsync(DemoStage stage, string code) => stage.ReadAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var (agency, hash) = (await db.Agencies.SingleAsync(a => a.Code == code), await db.Users.Select(u => u.PasswordHash).FirstAsync());
        foreach (var (part, role) in new[] { ("nhaplieu", Role.Contributor), ("daumoi", Role.Editor), ("thutruong", Role.Head) })
        {
            var name = DemoForms.User(code, part);
            db.Users.Add(new AppUser { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Role = role, AgencyId = agency.Id, PasswordHash = hash, SecurityStamp = name, CreatedAt = new DateTime(2026, 8, 20, 0, 0, 0, DateTimeKind.Utc) });
        }

        return await db.SaveChangesAsync();
    });

    private static Task LeadAsync(DemoStage stage, int hour, Func<ApprovalService, Period, string, Task<Domain.Outcome>> act)
    {
        stage.Clock.Set(new DateOnly(2026, 10, 20), hour);
        return stage.AsAsync("lanhdao", async services =>
        {
            var period = (await services.GetRequiredService<PeriodService>().FindAsync(Code))!;
            DemoStage.Require(await act(services.GetRequiredService<ApprovalService>(), period, period.ProposedSha256!), "the leader acts");
        });
    }
}
