using ITScoring.Domain.Notices;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Who is told of what, and the page on which it stands.</summary>
public sealed class NoticesTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task Presenting_is_told_to_those_who_sign_off()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();

        Assert.Equal(["stc.kythay", "stc.thutruong"], await ToldAsync(survey, NoticeKind.Presented));
    }

    [Fact]
    public async Task Sending_back_is_told_to_the_editor_without_the_reason()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();
        await (await survey.PageAsync("sign-off", "stc.thutruong")).Fill("Lý do chuyển lại", "Số máy chưa đúng.").PressAsync("Chuyển lại");

        Assert.Equal(["stc.daumoi"], await ToldAsync(survey, NoticeKind.SentBack));
        var body = (await NoticesAsync(survey)).Single(n => n.Kind == NoticeKind.SentBack).Body;
        Assert.Contains("Lý do ghi trên cổng.", body);
        Assert.DoesNotContain("Số máy", body);
    }

    [Fact]
    public async Task Submitting_is_told_to_the_editor_and_the_assigned_reviewer_each_with_the_own_page()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();

        Assert.Equal(["stc.daumoi", "thamtra1"], await ToldAsync(survey, NoticeKind.Submitted));
        var paths = (await NoticesAsync(survey)).Where(n => n.Kind == NoticeKind.Submitted).Select(n => n.Path).Order(StringComparer.Ordinal);
        Assert.Equal([$"/reviews/{survey.Code}/stc", survey.Path("receipt")], paths);
        foreach (var (userName, path) in new[] { ("thamtra1", $"/reviews/{survey.Code}/stc"), ("stc.daumoi", survey.Path("receipt")) })
            Assert.Equal(200, (await (await portal.BrowserOfAsync(userName)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_return_is_told_with_questions_and_deadline_to_the_editor_and_to_contributors_of_own_sections_only()
    {
        var survey = await Survey.OpenAsync(portal);
        await (await survey.PageAsync("assignments")).Fill("Người nhập liệu phần A", "true").PressAsync("Lưu");
        await survey.SubmitAsync();
        await survey.ReturnAsync("stc", "A02", "B03");

        Assert.Equal(["stc.daumoi", "stc.nhaplieu"], await ToldAsync(survey, NoticeKind.Returned));
        // B was given to nobody: it is the contributor's too.
        Assert.All((await NoticesAsync(survey)).Where(n => n.Kind == NoticeKind.Returned), n => Assert.Equal(
            "Cơ quan thẩm tra trả lại 2 câu trong phiếu khảo sát của Sở Tài chính, Đánh giá thử 2026: A02, B03.\nHạn bổ sung: hết ngày 27/10/2026. Lý do của từng câu ghi trên cổng.", n.Body));
    }

    [Fact]
    public async Task A_given_section_is_told_once_and_again_only_when_it_is_given_otherwise()
    {
        var survey = await Survey.OpenAsync(portal);
        var home = await (await survey.PageAsync("assignments")).Fill("Người nhập liệu phần A", "true").Fill("Người nhập liệu phần B", "true").Fill("Hạn của phần B", "10/12/2026").Fill("Lời dặn cho phần B", "Mật khẩu hộp thư ở văn thư.").PressAsync("Lưu");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await home.FollowAsync("Giao các phần")).PressAsync("Lưu");

        var told = Assert.Single(await NoticesAsync(survey));
        Assert.Equal((NoticeKind.SectionAssigned, "Được giao phần A, B của phiếu khảo sát"), (told.Kind, told.Title));
        Assert.Equal("Đầu mối CNTT của Sở Tài chính giao anh/chị nhập liệu, Đánh giá thử 2026:\nPhần A. Nhân lực và máy tính;\nPhần B. Trang thông tin điện tử (hạn 10/12/2026).", told.Body);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await survey.PageAsync("assignments")).Fill("Hạn của phần B", "11/12/2026").PressAsync("Lưu");
        Assert.Equal("Được giao phần B của phiếu khảo sát", (await NoticesAsync(survey))[^1].Title);
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task A_refused_act_tells_nobody()
    {
        var survey = await Survey.OpenAsync(portal);
        (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path("check/present"))).Expect(422);

        Assert.Empty(await NoticesAsync(survey));
    }

    [Fact]
    public async Task The_page_shows_what_is_new_until_it_is_opened_and_home_counts_it()
    {
        var survey = await Survey.OpenAsync(portal);
        using var browser = await portal.SignedInAsync("sxd.thutruong");
        // That the period was opened is no news any more.
        await browser.PostAsync("/notices/read");
        await survey.CompleteAsync("sxd");
        await survey.PresentAsync("sxd");
        Assert.Contains("1 thông báo chưa đọc.", (await browser.GetAsync("/home")).Text);

        var page = await (await browser.GetAsync("/home")).FollowAsync("Thông báo");
        Assert.Equal(("/notices", "Thông báo"), (page.Path, page.Heading));
        Assert.True(page.HasHeading("Phiếu khảo sát chờ ký nộp Mới"));
        var opened = await page.PressAsync("Xem: Phiếu khảo sát chờ ký nộp");

        Assert.Equal(survey.Path("sign-off", "sxd"), opened.Path);
        page = await browser.GetAsync("/notices");
        Assert.True(page.HasHeading("Phiếu khảo sát chờ ký nộp"));
        Assert.Contains("Đã đọc hết.", page.Text);
        Assert.DoesNotContain("thông báo chưa đọc", (await browser.GetAsync("/home")).Text);
    }

    [Fact]
    public async Task Anothers_notice_is_not_found_and_stays_unread_when_all_are_read()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync("sct");
        var id = (await NoticesAsync(survey, "SCT")).First(n => n.Kind == NoticeKind.Presented).Id;
        var browser = await portal.BrowserOfAsync("sct.daumoi");

        Assert.Equal(404, (await browser.PostAsync($"/notices/{id}/open")).Status);
        Assert.DoesNotContain("chờ ký nộp", (await browser.GetAsync("/notices")).Text);
        var read = await (await browser.GetAsync("/notices")).PressAsync("Đánh dấu đã đọc tất cả");

        Assert.Equal("Đã đánh dấu đọc tất cả thông báo.", read.Notice);
        Assert.False(read.HasButton("Đánh dấu đã đọc tất cả"));
        var rows = await NoticesAsync(survey, "SCT");
        Assert.Null(rows.Single(n => n.Id == id).ReadAt);
        Assert.NotNull(rows.First(n => n.Kind == NoticeKind.Submitted).ReadAt);
    }

    /// <summary>Beside those of the opening, with which every survey begins.</summary>
    private async Task<List<Notice>> NoticesAsync(Survey survey, string agency = "STC")
    {
        var form = await survey.FormAsync(agency);
        return await portal.ReadAsync(db => db.Notices.AsNoTracking().Where(n => n.PeriodId == form.PeriodId && n.AgencyId == form.AgencyId && n.Kind != NoticeKind.PeriodOpened).OrderBy(n => n.Id).ToListAsync());
    }

    private async Task<List<string>> ToldAsync(Survey survey, NoticeKind kind)
    {
        var ids = (await NoticesAsync(survey)).Where(n => n.Kind == kind).Select(n => n.RecipientId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        return await portal.ReadAsync(db => db.Users.Where(u => ids.Contains(u.Id)).Select(u => u.UserName!).Order().ToListAsync());
    }
}
