using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The task list: numbers, states and deadline of a form in each of its states.</summary>
public sealed class SubmissionTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private const string A = "Nhân lực và máy tính";
    private const string B = "Trang thông tin điện tử";

    [Fact]
    public async Task An_untouched_form_says_what_there_is_to_do_and_until_when()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await survey.PageAsync();

        Assert.Equal("Phiếu khảo sát: Đánh giá thử 2026", page.Heading);
        Assert.Contains("Sở Tài chính. Số liệu từ 01/12/2025 đến hết 30/11/2026, theo bộ tiêu chí KT-THU, phiên bản 1.", page.Text);
        // 20/10 to 19/12 are 60 days; 19/12/2026 is a Saturday.
        Assert.Contains("60ngày nữa", PortalPage.TextOf(page.One("[aria-label='Thời hạn nộp phiếu']")));
        Assert.Contains("Hạn nộp: trước ngày 20/12/2026 (thứ Bảy, 23:59 ngày 19/12/2026)", page.Text);
        // Required and asked: A01–A05 and A07; B01. Of the points only those for being in time are there.
        Assert.Contains("0/6 câu", page.Task(A));
        Assert.Contains("0,00 / 92", page.Task(A));
        Assert.EndsWith("Chưa bắt đầu", page.Task(A));
        Assert.Contains("0/1 câu", page.Task(B));
        Assert.Contains("2,00 / 8", page.Task(B));
        Assert.EndsWith("Chưa bắt đầu", page.Task(B));
        Assert.Contains("Chưa có câu nào được trả lời.", page.Text);
        Assert.Equal("Phần A. Nhân lực và máy tính – Cổng đánh giá", (await page.FollowAsync(A)).Title);
    }

    [Fact]
    public async Task A_begun_section_counts_answers_points_and_what_is_to_be_mended()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "100"));
        // 40 × 90 / 121 = 29.752… ; A02 lacks its evidence, A01 grew by more than a fifth.
        await survey.AnswerAsync("stc.nhaplieu", ("A01", "121"), ("A02", "90"), ("A05", "\"a\""), ("A08", "\"Phòng Tin học\""));

        var row = (await survey.PageAsync()).Task(A);

        // A06 is asked now; A08 need not be answered and is not counted.
        Assert.Contains("3/7 câu", row);
        Assert.Contains("39,75 / 92", row);
        Assert.Contains("1 mục phải sửa", row);
        Assert.Contains("1 cảnh báo", row);
        Assert.EndsWith("Đang làm", row);
    }

    [Fact]
    public async Task A_section_with_every_answer_is_to_be_mended_while_errors_are_left_and_full_afterwards()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.nhaplieu", Survey.Complete);

        var page = await survey.PageAsync();
        Assert.Contains("7/7 câu", page.Task(A));
        Assert.Contains("2 mục phải sửa", page.Task(A));
        Assert.EndsWith("Cần sửa", page.Task(A));
        Assert.Contains("3/3 câu", page.Task(B));
        Assert.Contains("Đã điền đủ", page.Task(B));
        // Full is what the portal counts; done is what a person says.
        Assert.EndsWith("Đang làm", page.Task(B));

        await survey.ProveAsync("stc.daumoi", "A02", "A04");
        page = await survey.PageAsync();
        Assert.Contains("Đã điền đủ", page.Task(A));
        // 30 + 20 + 10 + 10 + 4 + 4; 3 + 0 + 2.
        Assert.Contains("78,00 / 92", page.Task(A));
        Assert.Contains("5,00 / 8", page.Task(B));
        Assert.Contains("83,00/ 100", PortalPage.TextOf(page.Part("Điểm tự chấm tạm tính")));
        Assert.Contains("10 / 10 câu", PortalPage.TextOf(page.Part("Điểm tự chấm tạm tính")));
    }

    [Fact]
    public async Task Changes_and_moves_are_listed_with_who_made_them()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();

        var page = await survey.PageAsync();

        var (contributor, editor) = (await NameAsync("stc.nhaplieu"), await NameAsync("stc.daumoi"));
        var changes = page.Part("Thay đổi gần đây").QuerySelectorAll("li").Select(PortalPage.TextOf).ToList();
        Assert.Equal(6, changes.Count);
        Assert.Equal($"20/10{contributor} nhập B03: 12 bài", changes[0]);
        Assert.Equal($"20/10{editor} (đầu mối CNTT): Đang kê khai → Chờ thủ trưởng duyệt", PortalPage.TextOf(page.Part("Quá trình của phiếu").QuerySelector("li")));
    }

    [Theory]
    [InlineData("stc.nhaplieu", "Kiểm tra phiếu")]
    [InlineData("stc.daumoi", "Kiểm tra và trình")]
    [InlineData("stc.thutruong", "Kiểm tra phiếu")]
    public async Task Each_role_finds_its_own_next_step(string userName, string step)
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await (await survey.PageAsync(userName: userName)).FollowAsync(step);
        Assert.Equal(survey.Path("check"), page.Path);
        Assert.Equal(userName == "stc.daumoi", page.HasButton("Trình thủ trưởng ký nộp"));
    }

    [Fact]
    public async Task A_presented_form_is_locked_for_those_who_fill_and_waits_for_the_head()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();

        var page = await survey.PageAsync();
        Assert.EndsWith("Đã khóa", page.Task(A));
        Assert.EndsWith("Đã khóa", page.Task(B));
        Assert.Equal(survey.Path("check"), (await page.FollowAsync("Xem phiếu đã trình")).Path);
        Assert.Equal(survey.Path("sign-off"), (await (await survey.PageAsync(userName: "stc.thutruong")).FollowAsync("Xem và ký nộp")).Path);
    }

    [Fact]
    public async Task A_submitted_form_says_when_by_whom_and_leads_to_the_receipt()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();

        var page = await survey.PageAsync();

        Assert.Contains("Đã nộp lúc 09:00 ngày 20/10/2026, đúng hạn", page.Text);
        Assert.Contains($"{await NameAsync("stc.thutruong")} ký nộp lần 1.", page.Text);
        Assert.Equal("Biên nhận phiếu khảo sát", (await page.FollowAsync("Xem biên nhận")).Heading);
        Assert.Empty(page.All("[aria-label='Thời hạn nộp phiếu']"));
    }

    [Fact]
    public async Task A_returned_form_names_the_questions_with_reasons_and_deadline_and_locks_the_other_sections()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.ReturnAsync("stc", "A02", "A05");

        var page = await survey.PageAsync();

        Assert.Contains("Phiếu được trả lại để bổ sung, hạn hết ngày 27/10/2026", page.Text);
        Assert.Contains("A02: Kiểm tra lại A02.", page.Text);
        Assert.Contains("2 câu được trả lại", page.Task(A));
        Assert.EndsWith("Cần sửa", page.Task(A));
        Assert.EndsWith("Đã khóa", page.Task(B));
        Assert.Equal(survey.Path("sections/A"), (await page.FollowAsync("A05")).Path);
    }

    [Fact]
    public async Task A_late_form_says_how_late_and_that_it_is_still_taken()
    {
        // The deadline is the end of Saturday the 19th; Monday the 21st is the first working day after it.
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        portal.Clock.Set(2026, 12, 19, 23, 59);
        Assert.Contains("0ngày nữa", (await survey.PageAsync()).Text);
        portal.Clock.Set(2026, 12, 20, 0, 0);
        var late = await survey.PageAsync();
        Assert.Contains("1ngày quá hạn", late.Text);
        Assert.Contains("Phiếu nộp sau hạn vẫn được nhận và ghi là nộp chậm.", late.Text);

        portal.Clock.Set(2026, 12, 22);
        await survey.PresentAsync();
        await survey.SignAsync();

        Assert.Contains("Đã nộp lúc 09:00 ngày 22/12/2026, chậm 2 ngày làm việc", (await survey.PageAsync()).Text);
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task An_agency_with_more_time_sees_its_own_deadline_and_why()
    {
        var survey = await Survey.OpenAsync(portal);
        var stc = await portal.ReadAsync(db => db.Agencies.Where(a => a.Code == "STC").Select(a => a.Id).SingleAsync());
        await survey.ManageAsync((service, period) => service.ExtendAsync(period, stc, Deadline.EndOf(new DateOnly(2026, 12, 27)), "Chuyển trụ sở.", new DocumentReference("456/STC-VP", new DateOnly(2026, 12, 10), null)));

        var page = await survey.PageAsync();

        Assert.Contains("Hạn riêng của cơ quan: hết ngày 27/12/2026 (hạn chung trước ngày 20/12/2026)", page.Text);
        Assert.Contains("Gia hạn theo 456/STC-VP ngày 10/12/2026. Lý do: Chuyển trụ sở.", page.Text);
        Assert.Contains("68ngày nữa", page.Text);
        Assert.DoesNotContain("27/12/2026", (await survey.PageAsync(userName: "sct.daumoi")).Text);
    }

    [Fact]
    public async Task A_form_that_never_came_in_is_locked_with_the_preliminary_result()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", Survey.Complete);
        await survey.SubmitAsync("sct");
        await survey.VerifyAsync("sct");
        await survey.SendPreliminaryAsync();

        var page = await survey.PageAsync();

        Assert.Contains("Phiếu đã khóa, chưa nộp", page.Text);
        Assert.Contains("ngày 25/12/2026", page.Text);
        Assert.EndsWith("Đã khóa", page.Task(A));
        Assert.False((await survey.SectionAsync()).HasButton("Lưu"));
        var refused = (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path("sections/A"), [new("v-A01", "1"), new("o-A01", ""), new("A01", "7")])).Expect(409);
        Assert.Contains("Không thể nhập câu trả lời khi kỳ đánh giá ở trạng thái “Đang lấy giải trình”.", refused.Text);
        Assert.Equal("120", await survey.ValueAsync("A01"));
        portal.Clock.Set(PortalTemplates.Start);
    }

    private Task<string> NameAsync(string userName) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.DisplayName).SingleAsync());
}
