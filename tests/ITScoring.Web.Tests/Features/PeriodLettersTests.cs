using ITScoring.Domain.Periods;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The letters of the leader's steps, and what the plan proposes to later steps.</summary>
public sealed class PeriodLettersTests
{
    [Fact]
    public async Task Handing_back_takes_a_letter_that_the_manager_reads_and_the_public_does_not()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var leader = await portal.SignedInAsync("lanhdao");
        var page = await leader.GetAsync("/approvals/2026");
        var half = (await page.Fill("Lý do chuyển lại để thẩm tra thêm", "Xem lại nhóm III.").Fill("Số văn bản chuyển lại", "88/UBND-KGVX").PressAsync("Chuyển lại")).Expect(422);
        Assert.Contains("Nhập ngày văn bản.", half.ProblemAt("Ngày văn bản chuyển lại"));
        await half.Fill("Ngày văn bản chuyển lại", "19/10/2026").Fill("Trích yếu văn bản chuyển lại", "Thẩm tra thêm").PressAsync("Chuyển lại");

        var letter = await portal.ReadAsync(db => db.Set<PeriodLetter>().SingleAsync(l => l.Verb == Verb.HandBack));
        Assert.Equal(("88/UBND-KGVX", new DateOnly(2026, 10, 19), "Thẩm tra thêm"), (letter.Number, letter.Date, letter.Abstract));
        using var manager = await portal.SignedInAsync("quanly");
        Assert.Contains("Chuyển lại để thẩm tra thêm: 88/UBND-KGVX ngày 19/10/2026: Thẩm tra thêm", (await manager.GetAsync("/periods/2026")).Text);
        using var stranger = portal.Browser();
        Assert.DoesNotContain("88/UBND-KGVX", (await stranger.GetAsync("/guidance/2026")).Text);
    }

    [Fact]
    public async Task Publishing_takes_a_letter()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Approved);
        using var leader = await portal.SignedInAsync("lanhdao");
        await (await leader.GetAsync("/approvals/2026")).Fill("Số, ký hiệu", "90/TB-UBND").Fill("Ngày", "20/10/2026").Fill("Trích yếu", "Công bố").PressAsync("Công bố kết quả");
        Assert.Equal("90/TB-UBND", (await portal.ReadAsync(db => db.Set<PeriodLetter>().SingleAsync(l => l.Verb == Verb.Publish))).Number);
        Assert.Equal(PeriodState.Published, await portal.ReadAsync(db => db.Periods.Select(p => p.State).SingleAsync()));
    }

    [Fact]
    public async Task Planned_days_are_proposed_where_the_step_asks_and_only_in_preparation_planned()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing, PeriodState.Draft, async db =>
        {
            var period = await db.Periods.SingleAsync();
            Assert.True(period.PlanSteps(3, 5, null).Ok);
        });
        using var manager = await portal.SignedInAsync("quanly");
        // 20 October 2026 is a Tuesday: five working days on is the next Tuesday.
        Assert.Equal("27/10/2026", (await manager.GetAsync("/periods/2026/send-preliminary")).ValueOf("Nhận giải trình đến hết ngày"));
        Assert.True((await manager.GetAsync("/periods/2026/plan")).IsDisabled("Hạn bổ sung khi trả lại"));
    }

    [Theory]
    [InlineData("Hạn bổ sung khi trả lại", "61", "Nhập số ngày làm việc từ 1 đến 60, hoặc để trống.")]
    [InlineData("Thời gian giải trình", "ba", "ba")]
    [InlineData("Hạn giải trình dự kiến", "01/01/2026", "Hạn giải trình dự kiến phải sau hạn nộp phiếu")]
    public async Task A_plan_that_cannot_be_is_refused_at_its_field(string field, string typed, string problem)
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        using var manager = await portal.SignedInAsync("quanly");
        var page = (await (await manager.GetAsync("/periods/2026/plan")).Fill(field, typed).PressAsync("Lưu kế hoạch")).Expect(422);
        Assert.Contains(problem, page.ProblemAt(field));
        Assert.Null(await portal.ReadAsync(db => db.Periods.Select(p => p.PlannedResponseOn).SingleAsync()));
    }
}
