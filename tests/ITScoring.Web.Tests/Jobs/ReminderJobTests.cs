using ITScoring.Domain.Accounts;
using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Features.SectionAssignments;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Jobs;

/// <summary>Reminders 7, 3 and 1 days before the agency's own deadline, by the days of Vietnam, each once.</summary>
public sealed class ReminderJobTests
{
    [Theory]
    [InlineData(60, null)]
    [InlineData(8, null)]
    [InlineData(7, 7)]
    [InlineData(4, 7)]
    [InlineData(3, 3)]
    [InlineData(2, 3)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, null)]
    public void Each_day_belongs_to_the_step_that_is_to_have_gone_out(int daysLeft, int? step) => Assert.Equal(step, FormNotices.StepOf(daysLeft));

    [Fact]
    public async Task Editor_and_head_are_reminded_three_times_and_nobody_else()
    {
        await using var stage = await MailStage.OpenAsync();
        // The last day is 19/12/2026: seven days before it is the 12th, which begins at midnight in Vietnam.
        stage.Portal.Clock.Set(2026, 12, 11, 23, 59);
        await stage.RunAsync();
        Assert.Empty(await RemindersAsync(stage, "stc.daumoi"));
        stage.Portal.Clock.Set(2026, 12, 12, 0, 15);
        await stage.RunAsync();
        Assert.Equal(["Còn 7 ngày đến hạn nộp phiếu khảo sát"], await RemindersAsync(stage, "stc.daumoi"));
        for (var day = 12; day <= 21; day++)
        {
            stage.Portal.Clock.Set(2026, 12, day, 9);
            await stage.RunAsync();
            stage.Portal.Clock.Set(2026, 12, day, 15);
            await stage.RunAsync();
        }

        string[] expected = ["Còn 7 ngày đến hạn nộp phiếu khảo sát", "Còn 3 ngày đến hạn nộp phiếu khảo sát", "Còn 1 ngày đến hạn nộp phiếu khảo sát"];
        Assert.Equal(expected, await RemindersAsync(stage, "stc.daumoi"));
        Assert.Equal(expected, await RemindersAsync(stage, "stc.thutruong"));
        Assert.Equal(expected, await RemindersAsync(stage, "sct.daumoi"));
        foreach (var other in new[] { "stc.nhaplieu", "stc.kythay", "thamtra1", "quanly", "snv.daumoi" })
            Assert.Empty(await RemindersAsync(stage, other));
        Assert.Contains("Sở Tài chính cần nộp phiếu khảo sát, Đánh giá thử 2026, trước ngày 20/12/2026 (23:59 thứ Bảy, 19/12/2026).\nPhiếu chưa được trình thủ trưởng.", (await stage.NoticesAsync("stc.daumoi"))[0].Body);
    }

    [Fact]
    public async Task A_submitted_form_is_not_reminded_of_and_one_that_waits_for_the_head_is()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.Survey.SubmitAsync();
        await stage.Survey.CompleteAsync("sct");
        await stage.Survey.PresentAsync("sct");
        stage.Portal.Clock.Set(2026, 12, 16);

        await stage.RunAsync();

        Assert.Empty(await RemindersAsync(stage, "stc.daumoi"));
        Assert.Single(await RemindersAsync(stage, "sct.thutruong"));
        Assert.Contains("Phiếu đã trình, đang chờ thủ trưởng ký nộp.", (await stage.NoticesAsync("sct.thutruong"))[^1].Body);
    }

    [Fact]
    public async Task A_site_that_stood_still_catches_up_with_one_reminder_that_says_the_days_that_are_left()
    {
        await using var stage = await MailStage.OpenAsync();
        stage.Portal.Clock.Set(2026, 12, 17);

        await stage.RunAsync();
        await stage.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(["Còn 2 ngày đến hạn nộp phiếu khảo sát"], await RemindersAsync(stage, "stc.daumoi"));
        stage.Portal.Clock.Set(2026, 12, 19);
        await stage.RunAsync();
        Assert.Equal("Hôm nay hết hạn nộp phiếu khảo sát", (await RemindersAsync(stage, "stc.daumoi"))[^1]);
    }

    [Fact]
    public async Task An_extension_moves_the_reminders_to_its_own_day()
    {
        await using var stage = await MailStage.OpenAsync();
        var stc = await stage.Portal.ReadAsync(db => db.Agencies.Where(a => a.Code == "STC").Select(a => a.Id).SingleAsync());
        await stage.Survey.ManageAsync((service, period) => service.ExtendAsync(period, stc, Deadline.EndOf(new DateOnly(2026, 12, 27)), "Chuyển trụ sở.", null));
        stage.Portal.Clock.Set(2026, 12, 16);
        await stage.RunAsync();
        Assert.Empty(await RemindersAsync(stage, "stc.daumoi"));
        Assert.Single(await RemindersAsync(stage, "sct.daumoi"));

        stage.Portal.Clock.Set(2026, 12, 20);
        await stage.RunAsync();

        Assert.Equal(["Còn 7 ngày đến hạn nộp phiếu khảo sát"], await RemindersAsync(stage, "stc.daumoi"));
        Assert.Single(await RemindersAsync(stage, "sct.daumoi"));
    }

    [Fact]
    public async Task A_returned_form_is_reminded_of_its_returns_deadline()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.Survey.SubmitAsync();
        // Until the end of 27/10/2026.
        await stage.Survey.ReturnAsync("stc", "A02");
        stage.Portal.Clock.Set(2026, 10, 24);

        await stage.RunAsync();

        Assert.Single(await RemindersAsync(stage, "stc.daumoi"));
        Assert.Contains("Sở Tài chính cần bổ sung và ký nộp lại phiếu khảo sát, Đánh giá thử 2026, hết ngày 27/10/2026", (await stage.NoticesAsync("stc.daumoi"))[^1].Body);
    }

    [Fact]
    public async Task A_contributor_is_reminded_the_day_before_of_a_section_that_nobody_called_done()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.Survey.CompleteAsync();
        await ShareAsync(stage, "A", "B");
        var page = await stage.Survey.PageAsync(userName: "stc.nhaplieu");
        await page.PressAsync("Đánh dấu đã xong phần A");
        stage.Portal.Clock.Set(2026, 10, 28);
        await stage.RunAsync();
        Assert.Empty(await RemindersAsync(stage, "stc.nhaplieu", NoticeKind.SectionDue));

        stage.Portal.Clock.Set(2026, 10, 29);
        await stage.RunAsync();
        await stage.RunAfterAsync(TimeSpan.FromHours(24));

        Assert.Equal(["Sắp đến hạn phần B của phiếu khảo sát"], await RemindersAsync(stage, "stc.nhaplieu", NoticeKind.SectionDue));
    }

    /// <summary>Gives the sections to the contributor until 30/10/2026.</summary>
    private static Task ShareAsync(MailStage stage, params string[] sections) => stage.Portal.AsAsync("stc.daumoi", async services =>
    {
        var form = (await services.GetRequiredService<OwnForms>().FindAsync(stage.Survey.Code, "stc"))!;
        var service = services.GetRequiredService<SectionAssignmentService>();
        var contributor = (await service.ContributorsAsync(form.Agency.AgencyId)).Single(u => u.Role == Role.Contributor).Id;
        var outcome = await service.ShareOutAsync(form, [.. sections.Select(s => new SectionShare(form.Set.Sections.Single(x => x.Code == s), [contributor], new DateOnly(2026, 10, 30), null))]);
        Assert.True(outcome.Ok, string.Join(' ', outcome.Problems));
        return true;
    });

    private static async Task<List<string>> RemindersAsync(MailStage stage, string userName, NoticeKind kind = NoticeKind.DeadlineNear) =>
        [.. (await stage.NoticesAsync(userName)).Where(n => n.Kind == kind).Select(n => n.Title)];
}
