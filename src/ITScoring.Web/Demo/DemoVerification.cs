using System.Text;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Conflicts;
using ITScoring.Web.Features.Councils;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.SecondReviews;
using ITScoring.Web.Features.SharedFigures;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Demo;

/// <summary>
/// The verification of the open period, under way: figures of a shared system, a conflict of interest, a sample that is judged twice, and a council
/// that has decided one matter and has another before it.
/// </summary>
/// <param name="forms">Those of the open period.</param>
/// <param name="periodCode">Of the open period.</param>
/// <param name="cohort">What the agencies have declared.</param>
/// <param name="today">The day of the first start.</param>
public sealed class DemoVerification(DemoStage stage, DemoForms forms, string periodCode, Cohort cohort, DateOnly today)
{
    private const string TwiceJudged = "SDL";
    private const string Referred = "SGDDT";
    private const string SecondReviewer = "thamtra1";

    /// <summary>By agency and question: how the document system counts otherwise than the agency.</summary>
    private static readonly Dictionary<(string Agency, string Question), int> CountedOtherwise = new()
    {
        [("SDL", "U04")] = -34,
        [("SVHTT", "U05")] = 11,
        [("SNGV", "U06")] = -120,
    };

    /// <summary>Whether everything was played: the council's decision comes last.</summary>
    public static Task<bool> IsPlayedAsync(AppDbContext db) => (
        from decision in db.CouncilDecisions
        join form in db.Submissions on decision.SubmissionId equals form.Id
        join period in db.Periods on form.PeriodId equals period.Id
        where period.IsDemo && period.Code != DemoEvaluation.Code
        select decision.Id).AnyAsync();

    public async Task PlayAsync()
    {
        stage.Clock.Set(today.AddDays(-4), 11);
        await ManageAsync(ImportAsync);
        stage.Clock.Set(today.AddDays(-4), 14);
        await DeclareConflictAsync();
        await ManageAsync(DrawAsync);
        stage.Clock.Set(today.AddDays(-3), 9);
        await JudgeAsync();
        stage.Clock.Set(today.AddDays(-3), 15);
        await JudgeSecondAsync();
        stage.Clock.Set(today.AddDays(-1), 10);
        await ManageAsync(DecideAsync);
    }

    private async Task ImportAsync(IServiceProvider services, Period period)
    {
        string[] questions = ["U03", "U04", "U05", "U06"];
        var file = new StringBuilder("Cơ quan;").AppendJoin(';', questions).AppendLine();
        foreach (var agency in cohort.Agencies)
        {
            var values = questions.Select(q => Declared(agency.Code, q) + CountedOtherwise.GetValueOrDefault((agency.Code, q)));
            file.Append(agency.Code).Append(';').AppendJoin(';', values.Select(v => v.ToDecimalString())).AppendLine();
        }

        var import = services.GetRequiredService<SharedImport>();
        var preview = await import.PreviewAsync(period, "qlvb", $"qlvb-{periodCode}.csv", new MemoryStream(Encoding.UTF8.GetBytes(file.ToString())));
        var ticket = preview.Value is { } shown ? import.Open(period, shown.Ticket) : null;
        DemoStage.Require(ticket is null ? Outcome.Input(preview.Problem ?? "The preview is empty.") : (await import.ApplyAsync(period, ticket, onlyGood: false)).Outcome, "import shared figures");
    }

    private Task DeclareConflictAsync() => stage.AsAsync("thamtra4", async services =>
    {
        var period = (await services.GetRequiredService<PeriodService>().FindAsync(periodCode))!;
        var agency = period.Agencies.Single(a => a.Code == "SXD").AgencyId;
        DemoStage.Require(await services.GetRequiredService<ConflictService>().DeclareAsync(period, agency, "Có em ruột là kế toán của Sở (minh họa).", default), "declare a conflict");
    });

    private async Task DrawAsync(IServiceProvider services, Period period)
    {
        var reviewer = await services.GetRequiredService<AppDbContext>().Users.Where(u => u.UserName == SecondReviewer).Select(u => u.Id).SingleAsync();
        var agency = period.Agencies.Single(a => a.Code == TwiceJudged).AgencyId;
        var (outcome, _) = await services.GetRequiredService<SecondReviewService>().DrawAsync(
            period, 100, "minh-hoa", new HashSet<int> { agency }, new HashSet<string> { "III.1", "VI.4", "VI.5" }, [reviewer], default);
        DemoStage.Require(outcome, "draw a sample");
    }

    /// <summary>The first reviewer agrees to what is judged twice; of the other form he refers one criterion, asks for more under another and adjusts a third.</summary>
    private async Task JudgeAsync()
    {
        await ReviewAsync(DemoEvaluation.ReviewerOf(TwiceJudged), TwiceJudged, async (review, form) =>
        {
            foreach (var code in new[] { "III.1", "VI.4", "VI.5" })
                DemoStage.Require(await review.AgreeAsync(form, form.Set.FindCriterion(code)!), $"agree to {code}");
        });
        await ReviewAsync(DemoEvaluation.ReviewerOf(Referred), Referred, async (review, form) =>
        {
            DemoStage.Require(
                await review.ReferAsync(form, form.Set.FindCriterion("III.1")!, "Trang của Sở chạy trên cổng chung của ngành, chưa rõ có tính là trang của cơ quan hay không."), "refer III.1");
            DemoStage.Require(await review.RequestSupplementAsync(form, form.Set.FindCriterion("VI.4")!, "Gửi danh sách cán bộ đạt chuẩn kèm số chứng chỉ."), "ask for more under VI.4");
            DemoStage.Require(
                await review.AdjustAsync(form, form.Set.FindCriterion("VI.5")!, [new ValueAdjustment("N06", new NumberAnswer(Declared(Referred, "N06") - 2).ToJson())], "Danh sách lớp ghi ít hơn hai người."), "adjust VI.5");
        });
    }

    private Task JudgeSecondAsync() => stage.AsAsync(SecondReviewer, async services =>
    {
        var found = services.GetRequiredService<ReviewForms>();
        var service = services.GetRequiredService<SecondReviewService>();
        await GiveAsync("III.1", [], null);
        await GiveAsync("VI.4", [new ValueAdjustment("N05", new NumberAnswer(Declared(TwiceJudged, "N05") - 3).ToJson())], "Ba chứng chỉ trong danh sách đã hết hạn trước kỳ số liệu.");

        async Task GiveAsync(string code, IReadOnlyList<ValueAdjustment> values, string? reason)
        {
            var (form, criterion, _) = await found.FindSecondAsync(periodCode, TwiceJudged, code) ?? throw new InvalidOperationException($"{code} was not drawn.");
            DemoStage.Require(await service.GiveAsync(form, criterion, values, reason, default), $"judge {code} a second time");
        }
    });

    /// <summary>The council is set up, meets, decides the referred criterion and keeps the difference for its next session.</summary>
    private async Task DecideAsync(IServiceProvider services, Period period)
    {
        var council = services.GetRequiredService<CouncilService>();
        var lead = period.Agencies.Single(a => a.Code == "STTTT").AgencyId;
        var office = period.Agencies.Single(a => a.Code == "VPUBND").AgencyId;
        DemoStage.Require(
            await council.EstablishAsync(
                period,
                new DocumentReference("0001/QĐ-UBND", today.AddDays(-15), "Về việc thành lập Hội đồng thẩm định (minh họa)"),
                [
                    new CouncilMember("Phan Văn Bình", "Phó Chủ tịch UBND tỉnh", CouncilRole.Chair, null),
                    new CouncilMember("Lê Thu Hà", "Giám đốc Sở Thông tin và Truyền thông", CouncilRole.ViceChair, lead),
                    new CouncilMember("Trần Quang Sơn", "Phó Chánh Văn phòng UBND tỉnh", CouncilRole.Member, office),
                    new CouncilMember("Hồ Minh Tâm", "Trưởng phòng Tin học, Tỉnh ủy", CouncilRole.Member, null),
                    new CouncilMember("Đỗ Ngọc Lan", "Phòng Công nghệ thông tin, Sở Thông tin và Truyền thông", CouncilRole.Secretary, lead),
                ]),
            "set up the council");
        var members = (await council.FindAsync(period))!.Members.Select(m => m.Id).ToList();
        DemoStage.Require(await council.HoldAsync(period, today.AddDays(-1), "Phòng họp số 2, UBND tỉnh", members, "Xem xét các tiêu chí do người thẩm tra chuyển đến."), "hold a session");
        var session = (await council.FindAsync(period))!.Sessions.Single().Id;
        var form = await forms.ReviewFormAsync(services, Referred);
        DemoStage.Require(
            await council.DecideAsync(
                form, form.Set.FindCriterion("III.1")!, session, [],
                "Cơ quan tự quản trị nội dung và có tên miền riêng nên được tính là trang của cơ quan.", new CouncilVotes(4, 1, 0)),
            "decide III.1");
    }

    private Rational Declared(string agency, string question) => ((NumberAnswer)cohort.Agencies.Single(a => a.Code == agency).Answers![question]).Value;

    private Task ReviewAsync(string reviewer, string agency, Func<ReviewService, ReviewForm, Task> judge) => stage.AsAsync(reviewer, async services =>
        await judge(services.GetRequiredService<ReviewService>(), await forms.ReviewFormAsync(services, agency)));

    private Task ManageAsync(Func<IServiceProvider, Period, Task> act) => stage.AsAsync("quanly", async services =>
        await act(services, (await services.GetRequiredService<PeriodService>().FindAsync(periodCode))!));
}
