using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Reviews;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Demo;

/// <summary>A second period that stands open today, with forms in every state that an open period allows.</summary>
/// <param name="today">The day of the first start; the deadline lies after it.</param>
public sealed class DemoOpenPeriod(DemoStage stage, CriteriaSet set, Cohort cohort, DateOnly today)
{
    private const int VerifiedForms = 3;

    private readonly DemoForms _forms = new(stage.AsAsync, YearOf(today).ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The first year whose deadline, the 20th of December, is at least two days away.</summary>
    public static int YearOf(DateOnly today) => today >= new DateOnly(today.Year, 12, 18) ? today.Year + 1 : today.Year;

    public async Task PlayAsync()
    {
        var year = YearOf(today);
        await OpenAsync(year);
        var halfway = new HashSet<string> { "T", "H" };
        foreach (var (agency, i) in cohort.Agencies.Select((a, i) => (a, i)))
        {
            // Untouched, begun, complete, awaiting the sign-off, submitted, returned, verified.
            if (i < 3)
                continue;
            At(12, 9, i);
            var answers = agency.Answers!.ToDictionary();
            await _forms.FillAsync(agency.Code, answers, i < 7 ? halfway : null);
            if (i < 6)
                continue;
            At(9, 10, i);
            await _forms.ProveAsync(agency.Code, new DateOnly(year - 1, 12, 5), i < 7 ? halfway : null);
            if (i < 9)
                continue;
            At(7, 9, i);
            await _forms.PresentAsync(agency.Code);
            if (i < 12)
                continue;
            At(6, 15, i);
            await _forms.SubmitAsync(agency.Code);
            if (i is >= 16 and < 18)
                await ReturnAsync(agency.Code, i);
            if (i >= cohort.Agencies.Count - VerifiedForms)
            {
                At(4, 9, i);
                await _forms.JudgeAsync(DemoEvaluation.ReviewerOf(agency.Code), agency.Code, answers, new Dictionary<string, string>());
                await _forms.FinishAsync(DemoEvaluation.ReviewerOf(agency.Code), agency.Code);
            }
        }

        await new DemoVerification(stage, _forms, $"{year}", cohort, today).PlayAsync();
    }

    private async Task OpenAsync(int year)
    {
        At(30, 8, 0);
        await stage.AsAsync("quanly", async services =>
        {
            var service = services.GetRequiredService<PeriodService>();
            var db = services.GetRequiredService<AppDbContext>();
            var (created, period) = await service.CreateAsync($"{year}", year, $"Đánh giá mức độ ứng dụng CNTT năm {year}", isDemo: true);
            DemoStage.Require(created, "create");
            var stored = await db.CriteriaSetVersions.SingleAsync(v => v.Code == set.Code && v.Number == set.Version);
            var codes = cohort.Agencies.Select(a => a.Code).ToList();
            var ids = await db.Agencies.Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, a => a.Id);
            DemoStage.Require(
                await service.PlanAsync(period!, new PeriodPlan(
                    period!.Title, stored.Id, new DateOnly(year - 1, 12, 1), new DateOnly(year, 11, 30), Deadline.Before(new DateOnly(year, 12, 20)), false,
                    [.. cohort.Agencies.Select(a => new PlannedAgency(ids[a.Code], null))])),
                "plan");
            await DemoEvaluation.AssignAsync(services, period);
            DemoStage.Require(await service.OpenAsync(period), "open");
            DemoStage.Require(
                await service.ExtendAsync(period, ids["SNV"], Deadline.EndOf(new DateOnly(year, 12, 27)), "Chuyển trụ sở, mạng nội bộ ngừng hoạt động một tuần (minh họa).", new DocumentReference("Công văn số 456/SNV-VP", new DateOnly(year, 12, 17), null)),
                "extend");
        });
    }

    private async Task ReturnAsync(string agency, int i)
    {
        At(5, 10, i);
        await stage.AsAsync(DemoEvaluation.ReviewerOf(agency), async services => DemoStage.Require(
            await services.GetRequiredService<ReviewService>().ReturnAsync(
                await _forms.ReviewFormAsync(services, agency),
                [new ReturnItem("H04", "Hợp đồng bản quyền không đủ số máy đã kê khai. Đề nghị bổ sung hóa đơn hoặc sửa số liệu."), new ReturnItem("H10", "Chưa thấy tài liệu về thiết bị tường lửa.")],
                Deadline.EndOf(today.AddDays(10))),
            "return"));
    }

    private void At(int daysAgo, int hour, int minute) => stage.Clock.Set(today.AddDays(-daysAgo), hour, minute);
}
