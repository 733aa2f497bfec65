using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Đã xong: said by a person, apart from what is filled, and no longer true once the section changes.</summary>
public sealed class SectionDoneTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private const string A = "Nhân lực và máy tính";
    private const string B = "Trang thông tin điện tử";

    [Fact]
    public async Task A_full_section_is_done_when_somebody_says_so_and_until_it_is_taken_back()
    {
        var survey = await Survey.OpenAsync(portal);
        Assert.False((await survey.PageAsync()).HasButton("Đánh dấu đã xong"));
        await survey.AnswerAsync("stc.nhaplieu", ("B01", "false"));
        var page = await survey.PageAsync(userName: "stc.nhaplieu");
        Assert.Contains("Đã điền đủ", page.Task(B));
        Assert.EndsWith("Đang làm", page.Task(B));

        page = await page.PressAsync("Đánh dấu đã xong phần B");

        Assert.Equal("Đã đánh dấu phần B là đã xong.", page.Notice);
        Assert.Contains($"{await NameAsync("stc.nhaplieu")} đánh dấu xong lúc 09:00 ngày 20/10/2026", page.Task(B));
        Assert.EndsWith("Đã xong", page.Task(B));
        page = await (await survey.PageAsync()).PressAsync("Bỏ đánh dấu xong phần B");
        Assert.Equal("Đã bỏ đánh dấu xong của phần B.", page.Notice);
        Assert.EndsWith("Đang làm", page.Task(B));
    }

    [Fact]
    public async Task A_change_of_a_value_a_note_or_a_document_takes_it_back_by_itself()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        foreach (var change in new Func<Task>[]
        {
            async () => await survey.AnswerAsync("stc.daumoi", ("A01", "121")),
            async () => await (await survey.SectionAsync()).Fill("Ghi chú câu A03", "Theo hợp đồng mới.").PressAsync("Lưu"),
            () => survey.ProveAsync("stc.daumoi", "A03"),
            async () => await (await survey.PageAsync("questions/A03/evidence")).PressAsync("Gỡ"),
        })
        {
            var done = await (await survey.PageAsync()).PressAsync("Đánh dấu đã xong phần A");
            Assert.EndsWith("Đã xong", done.Task(A));

            await change();

            var page = await survey.PageAsync();
            Assert.EndsWith("Đang làm", page.Task(A));
            Assert.Contains("Có thay đổi sau khi", page.Task(A));
            Assert.Contains("Đã điền đủ", page.Task(A));
        }

        Assert.DoesNotContain("Có thay đổi", (await survey.PageAsync()).Task(B));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_declared_done()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var shown = await survey.PageAsync();
        await survey.AnswerAsync("stc.nhaplieu", ("B03", "13"));

        var refused = (await shown.PressAsync("Đánh dấu đã xong phần B")).Expect(409);

        Assert.Contains("Phần B vừa có người thay đổi sau khi anh/chị mở trang.", Assert.Single(refused.Problems));
        Assert.EndsWith("Đã xong", (await refused.PressAsync("Đánh dấu đã xong phần B")).Task(B));
    }

    [Fact]
    public async Task A_section_with_a_question_left_is_not_declared_done_by_hand_either()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A01", "120"));
        var browser = await portal.BrowserOfAsync("stc.daumoi");

        // A02–A05 and A07 are left.
        var refused = (await browser.PostAsync(survey.Path("sections/A/done"), [new("shown", "x")])).Expect(422);

        Assert.Equal(["Phần A còn 5 câu chưa trả lời nên chưa đánh dấu xong được."], refused.Problems);
        Assert.Equal(404, (await browser.PostAsync(survey.Path("sections/Z/done"), [new("shown", "x")])).Status);
        Assert.Equal(409, (await browser.PostAsync(survey.Path("sections/A/not-done"))).Status);
    }

    [Fact]
    public async Task Two_people_in_one_done_section_still_save_without_meeting()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await (await survey.PageAsync()).PressAsync("Đánh dấu đã xong phần A");
        var (one, two) = (await survey.SectionAsync(), await survey.SectionAsync(userName: "stc.nhaplieu"));

        var pages = await Task.WhenAll(one.Fill("A01", "121").PressAsync("Lưu"), two.Fill("A03", "300").PressAsync("Lưu"));

        Assert.All(pages, p => Assert.Equal((200, "Đã lưu 1 câu trả lời."), (p.Status, p.Notice)));
        Assert.Equal(("121", "300"), (await survey.ValueAsync("A01"), await survey.ValueAsync("A03")));
        Assert.EndsWith("Đang làm", (await survey.PageAsync()).Task(A));
    }

    private Task<string> NameAsync(string userName) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.DisplayName).SingleAsync());
}
