using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Approvals;
using ITScoring.Web.Features.Assignments;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Par;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Settlements;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Demo;

/// <summary>
/// The evaluation of 2018 with invented figures, from the first letter to the publication, by the services that the site uses, under a clock set
/// to 2018 and 2019. The final values are the cohort of the format's vectors; some were declared otherwise, adjusted, returned, explained.
/// </summary>
public sealed class DemoEvaluation(DemoStage stage, CriteriaSet set, Cohort cohort)
{
    public const string Code = "2018";

    private readonly DemoForms _forms = new(stage.AsAsync, Code);

    /// <summary>Declared too high and adjusted by the reviewer: agency, question, declared value, reason.</summary>
    private static readonly (string Agency, string Question, long Declared, string Reason)[] Adjusted =
    [
        ("STC", "N06", 3, "Danh sách lớp ghi ít người hơn số kê khai."),
        ("SYT", "U12", 1, "Danh sách chứng thư số do cơ quan cấp cung cấp không có đủ số kê khai."),
        ("SDL", "W03", 12, "Hệ quản trị nội dung thống kê ít bài hơn số kê khai trong kỳ."),
        ("SKHCN", "U20", 1, "Một cuộc họp không có biên bản sử dụng tài liệu điện tử."),
    ];

    public async Task PlayAsync()
    {
        await PrepareAsync();
        var day = new DateOnly(2018, 12, 3);
        foreach (var (agency, i) in cohort.Agencies.Select((a, i) => (a, i)))
        {
            stage.Clock.Set(day.AddDays(i % 9), 8 + (i % 3), 10);
            await _forms.FillAsync(agency.Code, Declared(agency));
            stage.Clock.Set(day.AddDays(9 + (i % 3)), 14, i);
            await _forms.ProveAsync(agency.Code, new DateOnly(2018, 11, 20));
            stage.Clock.Set(new DateOnly(2018, 12, 17), 9, i);
            await _forms.PresentAsync(agency.Code);
            stage.Clock.Set(new DateOnly(2018, 12, i % 4 == 0 ? 19 : 18), 15, i);
            await _forms.SubmitAsync(agency.Code);
        }

        await ManageAsync(new DateOnly(2018, 12, 20), (service, period) => service.CloseAsync(period), "closes");
        await ReturnAsync();
        foreach (var (agency, i) in cohort.Agencies.Select((a, i) => (a, i)))
        {
            stage.Clock.Set(new DateOnly(2019, 1, 14).AddDays(i * 2), 9, i);
            await _forms.JudgeAsync(ReviewerOf(agency.Code), agency.Code, Found(agency), Reasons(agency.Code));
            await _forms.FinishAsync(ReviewerOf(agency.Code), agency.Code);
        }

        await ManageAsync(
            new DateOnly(2019, 3, 25),
            (service, period) => service.SendPreliminaryAsync(period, Deadline.EndOf(new DateOnly(2019, 4, 5)), new DocumentReference("210/STTTT-CNTT", new DateOnly(2019, 3, 25), "Về việc gửi kết quả sơ bộ (minh họa)")),
            "sends the preliminary result");
        await ExplainAsync("SXD", "II.13", accept: true, "Cơ quan đã bổ sung biên bản hai cuộc họp sử dụng tài liệu điện tử; chấp nhận số kê khai.");
        await ExplainAsync("STC", "VI.5", accept: false, "Danh sách lớp gửi kèm trùng với danh sách đã đối chiếu; giữ giá trị thẩm tra.");
        await ManageAsync(
            new DateOnly(2019, 4, 15),
            (service, period) => service.ProposeAsync(period, new DocumentReference("45/TTr-STTTT", new DateOnly(2019, 4, 15), "Về việc phê duyệt kết quả đánh giá (minh họa)")),
            "proposes");
        await ApproveAsync();
        stage.Clock.Set(new DateOnly(2019, 4, 26), 14, 3);
        await stage.AsAsync("quanly", async services =>
        {
            var table = await services.GetRequiredService<ParQuery>().FindAsync(Code, tracked: true) ?? throw new InvalidOperationException("No table of criterion 7.1.3.");
            DemoStage.Require(await services.GetRequiredService<ParService>().SetAsync(table, new ParForm { Max = "1,5", Method = nameof(ParMethod.Linear) }), "set the rule of criterion 7.1.3");
        });
    }

    private async Task PrepareAsync()
    {
        stage.Clock.Set(new DateOnly(2018, 11, 20), 8);
        await stage.AsAsync("quanly", async services =>
        {
            var service = services.GetRequiredService<PeriodService>();
            var db = services.GetRequiredService<AppDbContext>();
            var (created, period) = await service.CreateAsync(Code, 2018, "Đánh giá mức độ ứng dụng CNTT năm 2018", isDemo: true);
            DemoStage.Require(created, "create");
            var stored = await db.CriteriaSetVersions.SingleAsync(v => v.Code == set.Code && v.Number == set.Version);
            var codes = cohort.Agencies.Select(a => a.Code).ToList();
            var agencies = await db.Agencies.Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code);
            DemoStage.Require(
                await service.PlanAsync(period!, new PeriodPlan(
                    period!.Title,
                    stored.Id,
                    new DateOnly(2017, 12, 1),
                    new DateOnly(2018, 11, 30),
                    Deadline.Before(new DateOnly(2018, 12, 20)),
                    false,
                    [.. cohort.Agencies.Select(a => new PlannedAgency(agencies[a.Code].Id, null))])),
                "plan");
            var figures = cohort.Agencies.SelectMany(a => a.Previous.Select(p => (Agency: a.Code, Question: p.Key, Json: p.Value.ToJson()))).Select((f, i) => new PreviousLine(i + 1, f.Agency, f.Question, f.Json)).ToList();
            DemoStage.Require(await service.ImportPreviousAsync(period, figures, "Phiếu khảo sát năm 2017 (số liệu minh họa)"), "import previous figures");
            await AssignAsync(services, period);
            stage.Clock.Set(new DateOnly(2018, 11, 26), 8);
            DemoStage.Require(await service.OpenAsync(period, new DocumentReference("1120/STTTT-CNTT", new DateOnly(2018, 11, 26), "Về việc đánh giá mức độ ứng dụng CNTT năm 2018 (minh họa)")), "open");
        });
    }

    /// <summary>Nobody judges his own house: the form of Sở TTTT goes to a reviewer of Văn phòng UBND tỉnh.</summary>
    internal static async Task AssignAsync(IServiceProvider services, Period period)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var service = services.GetRequiredService<AssignmentService>();
        var reviewers = await db.Users.Where(u => u.UserName!.StartsWith("thamtra")).ToDictionaryAsync(u => u.UserName!, u => u.Id);
        foreach (var agency in period.Agencies)
            DemoStage.Require(await service.AssignAsync(period, agency.AgencyId, [reviewers[ReviewerOf(agency.Code)]]), $"assign {agency.Code}");
    }

    internal static string ReviewerOf(string agency) => agency switch
    {
        "STTTT" => "thamtra5",
        _ => $"thamtra{1 + (agency.Sum(c => c) % 3)}",
    };

    /// <summary>What the agency states: the final values, but for those that a reviewer will find otherwise or return.</summary>
    private static Dictionary<string, AnswerValue> Declared(CohortAgency agency)
    {
        var declared = agency.Answers!.ToDictionary();
        foreach (var (_, question, more, _) in Adjusted.Where(a => a.Agency == agency.Code))
            declared[question] = new NumberAnswer(((NumberAnswer)declared[question]).Value + more);
        if (agency.Code == "BQLKKT")
            declared["H03"] = new NumberAnswer(((NumberAnswer)declared["H03"]).Value + 1);
        return declared;
    }

    /// <summary>What the reviewer finds: the final values, but for the one that an explanation will restore.</summary>
    private static Dictionary<string, AnswerValue> Found(CohortAgency agency)
    {
        var found = agency.Answers!.ToDictionary();
        if (agency.Code == "SXD")
            found["U20"] = new NumberAnswer(((NumberAnswer)found["U20"]).Value - 2);
        return found;
    }

    private static Dictionary<string, string> Reasons(string agency)
    {
        var reasons = Adjusted.Where(a => a.Agency == agency).ToDictionary(a => a.Question, a => a.Reason);
        if (agency == "SXD")
            reasons["U20"] = "Hai cuộc họp chưa có biên bản chứng minh sử dụng tài liệu điện tử.";
        return reasons;
    }

    /// <summary>One form goes back, is mended and comes again.</summary>
    private async Task ReturnAsync()
    {
        const string agency = "BQLKKT";
        stage.Clock.Set(new DateOnly(2018, 12, 26), 10);
        await stage.AsAsync(ReviewerOf(agency), async services =>
            DemoStage.Require(
                await services.GetRequiredService<ReviewService>().ReturnAsync(
                    await _forms.ReviewFormAsync(services, agency),
                    [new ReturnItem("H03", "Số máy chủ khác với biên bản kiểm tra thực tế. Đề nghị kiểm tra lại.")],
                    Deadline.EndOf(new DateOnly(2019, 1, 4))),
                "return"));
        stage.Clock.Set(new DateOnly(2018, 12, 28), 9);
        await _forms.FillReturnedAsync(agency, "H03", cohort.Agencies.Single(a => a.Code == agency).Answers!["H03"]);
        stage.Clock.Set(new DateOnly(2019, 1, 3), 9);
        await _forms.PresentAsync(agency);
        stage.Clock.Set(new DateOnly(2019, 1, 3), 15);
        await _forms.SubmitAsync(agency);
    }

    private async Task ExplainAsync(string agency, string criterionCode, bool accept, string reason)
    {
        var criterion = set.FindCriterion(criterionCode) ?? throw new InvalidOperationException($"No criterion {criterionCode}.");
        stage.Clock.Set(new DateOnly(2019, 3, 29), 10);
        await stage.AsAsync(DemoForms.User(agency, "daumoi"), async services =>
        {
            var form = await _forms.FormAsync(services, agency);
            var changed = await services.GetRequiredService<AppDbContext>().Answers.AsNoTracking().Where(a => a.SubmissionId == form.Submission.Id && a.HasVerified).ToListAsync();
            var contested = changed.Where(a => set.QuestionsOf(criterion).Any(q => q.Code == a.QuestionCode)).Select(a => new ContestedValue(a.QuestionCode, a.DeclaredJson)).ToList();
            DemoStage.Require(await services.GetRequiredService<ExplanationService>().WriteAsync(form, criterion, "Cơ quan đề nghị giữ số kê khai; đã bổ sung biên bản và danh sách kèm theo công văn giải trình (minh họa).", contested), $"{agency} explains");
        });
        stage.Clock.Set(new DateOnly(2019, 4, 1), 15);
        await stage.AsAsync(DemoForms.User(agency, "thutruong"), async services =>
        {
            var form = await _forms.FormAsync(services, agency);
            var id = await services.GetRequiredService<AppDbContext>().Explanations.Where(e => e.SubmissionId == form.Submission.Id).Select(e => e.Id).SingleAsync();
            DemoStage.Require((await services.GetRequiredService<ExplanationService>().ConfirmAsync(form, id))!, $"{agency} confirms");
        });
        stage.Clock.Set(new DateOnly(2019, 4, 9), 9);
        await stage.AsAsync("thamtra6", async services =>
        {
            var found = await services.GetRequiredService<SettlementQuery>().FindAsync(Code, agency, criterionCode) ?? throw new InvalidOperationException($"Nothing to settle for {agency}.");
            DemoStage.Require(await services.GetRequiredService<ExplanationService>().SettleAsync(found.Period, found.Submission, found.Explanation, accept, reason), $"settle {agency}");
        });
    }

    private async Task ManageAsync(DateOnly day, Func<PeriodService, Period, Task<Domain.Outcome>> act, string what)
    {
        stage.Clock.Set(day, 9);
        await stage.AsAsync("quanly", async services =>
        {
            var service = services.GetRequiredService<PeriodService>();
            DemoStage.Require(await act(service, (await service.FindAsync(Code))!), $"the manager {what}");
        });
    }

    private async Task ApproveAsync()
    {
        await stage.AsAsync("lanhdao", async services =>
        {
            var period = (await services.GetRequiredService<PeriodService>().FindAsync(Code))!;
            var service = services.GetRequiredService<ApprovalService>();
            var sha = (await services.GetRequiredService<AppDbContext>().FrozenRecords.Where(r => r.PeriodId == period.Id && r.Stage == RecordStage.Proposal).OrderByDescending(r => r.Id).FirstAsync()).PublicSha256;
            stage.Clock.Set(new DateOnly(2019, 4, 26), 9);
            DemoStage.Require(await service.ApproveAsync(period, new DocumentReference("0000/QĐ-UBND", new DateOnly(2019, 4, 26), "Phê duyệt kết quả đánh giá (minh họa)"), sha), "approve");
            stage.Clock.Set(new DateOnly(2019, 4, 26), 14);
            DemoStage.Require(await service.PublishAsync(period, sha), "publish");
        });
    }
}
