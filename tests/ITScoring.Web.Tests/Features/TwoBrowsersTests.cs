using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Two people on one form: nothing that one of them saved is lost, and nothing that the other typed.</summary>
public sealed class TwoBrowsersTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task Different_fields_of_the_same_section_are_both_stored()
    {
        var survey = await Survey.OpenAsync(portal);
        var (one, two) = (await survey.SectionAsync(), await survey.SectionAsync(userName: "stc.nhaplieu"));

        Assert.Equal("Đã lưu 2 câu trả lời.", (await one.Fill("A01", "120").Fill("A04", "Có").PressAsync("Lưu")).Notice);
        var second = await two.Fill("A02", "90").Fill("A05", "Thủ công").PressAsync("Lưu");

        Assert.Equal((200, "Đã lưu 2 câu trả lời."), (second.Status, second.Notice));
        Assert.Equal(("120", "90", "true"), (second.ValueOf("A01"), second.ValueOf("A02"), second.ValueOf("A04")));
        Assert.Equal(("120", "90", "true", "\"b\""), (await survey.ValueAsync("A01"), await survey.ValueAsync("A02"), await survey.ValueAsync("A04"), await survey.ValueAsync("A05")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("100")]
    public async Task The_same_field_shows_both_values_with_name_and_time_and_the_second_press_stores(string? before)
    {
        var survey = await Survey.OpenAsync(portal);
        if (before is not null)
            await survey.AnswerAsync("stc.daumoi", ("A01", before));
        var (one, two) = (await survey.SectionAsync(), await survey.SectionAsync(userName: "stc.nhaplieu"));
        portal.Clock.Set(2026, 10, 20, 9, 15);
        await one.Fill("A01", "120").PressAsync("Lưu");

        var conflict = (await two.Fill("A01", "125").Fill("A02", "90").PressAsync("Lưu")).Expect(409);

        var name = await NameAsync("stc.daumoi");
        Assert.Equal(["A01. Có hai giá trị, cần chọn một"], conflict.Problems);
        Assert.Contains($"{name} đã lưu “120 người” lúc 20/10/2026 09:15, sau khi anh/chị mở trang.", conflict.ProblemAt("A01"));
        Assert.Equal("125", conflict.ValueOf("A01"));
        Assert.Equal(("120", "90"), (await survey.ValueAsync("A01"), await survey.ValueAsync("A02")));
        Assert.Contains("Đã lưu 1 câu: A02.", conflict.Text);

        var stored = await conflict.PressAsync("Lưu");
        Assert.Equal(("Đã lưu 1 câu trả lời.", "125", "125"), (stored.Notice, stored.ValueOf("A01"), await survey.ValueAsync("A01")));
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task Taking_the_others_value_ends_the_conflict()
    {
        var survey = await Survey.OpenAsync(portal);
        var (one, two) = (await survey.SectionAsync(), await survey.SectionAsync(userName: "stc.nhaplieu"));
        await one.Fill("A05", "Tự động").PressAsync("Lưu");
        var conflict = (await two.Fill("A05", "Thủ công").PressAsync("Lưu")).Expect(409);
        Assert.Contains("đã lưu “Tự động”", conflict.CardText("A05"));
        Assert.Equal("b", conflict.ValueOf("A05"));

        var page = await conflict.Fill("A05", "Tự động").PressAsync("Lưu");

        Assert.Equal(("Mọi câu trả lời của phần đã được lưu.", "\"a\""), (page.Notice, await survey.ValueAsync("A05")));
    }

    [Fact]
    public async Task The_same_value_from_two_people_is_no_conflict()
    {
        var survey = await Survey.OpenAsync(portal);
        var (one, two) = (await survey.SectionAsync(), await survey.SectionAsync(userName: "stc.nhaplieu"));
        await one.Fill("A01", "120").PressAsync("Lưu");
        Assert.Equal(200, (await two.Fill("A01", "120").PressAsync("Lưu")).Status);
    }

    [Fact]
    public async Task An_untouched_field_never_overwrites_what_another_person_saved_meanwhile()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A01", "100"), ("A06", "[]"), ("A05", "\"a\""), ("A07", "[]"));
        var (one, two) = (await survey.SectionAsync(), await survey.SectionAsync(userName: "stc.nhaplieu"));
        await one.Fill("A01", "").Fill("A06", "Văn bản").Fill("A07").Fill("Không có dòng nào ở câu A07", "").PressAsync("Lưu");

        await two.Fill("A02", "90").PressAsync("Lưu");

        Assert.Equal((null, "[\"a\"]", null, "90"), (await survey.ValueAsync("A01"), await survey.ValueAsync("A06"), await survey.ValueAsync("A07"), await survey.ValueAsync("A02")));
    }

    [Fact]
    public async Task Notes_conflict_like_values()
    {
        var survey = await Survey.OpenAsync(portal);
        var (one, two) = (await survey.SectionAsync(), await survey.SectionAsync(userName: "stc.nhaplieu"));
        await one.Fill("Ghi chú câu A01", "Theo báo cáo quý 3").PressAsync("Lưu");

        var conflict = (await two.Fill("Ghi chú câu A01", "Theo báo cáo năm").PressAsync("Lưu")).Expect(409);

        Assert.Contains("Theo báo cáo quý 3", conflict.ProblemAt("A01"));
        Assert.Contains(await NameAsync("stc.daumoi"), conflict.ProblemAt("A01"));
        Assert.Equal("Theo báo cáo năm", conflict.ValueOf("Ghi chú câu A01"));
        await conflict.PressAsync("Lưu");
        Assert.Equal("Theo báo cáo năm", (await survey.AnswerAsync("A01"))!.Note);
    }

    [Fact]
    public async Task Saves_that_arrive_together_lose_nothing_and_only_the_same_field_conflicts()
    {
        var survey = await Survey.OpenAsync(portal);
        var users = new[] { "stc.daumoi", "stc.nhaplieu" };
        for (var round = 0; round < 4; round++)
        {
            var pages = new List<PortalPage>();
            foreach (var user in users)
                pages.Add(await survey.SectionAsync(userName: user));
            var saves = await Task.WhenAll(
                pages[0].Fill("A01", $"{100 + round}").Fill("A02", $"{10 + round}").PressAsync("Lưu"),
                pages[1].Fill("A01", $"{200 + round}").Fill("A03", $"{30 + round}").PressAsync("Lưu"));

            Assert.Equal([200, 409], saves.Select(s => s.Status).Order());
            Assert.Equal(($"{10 + round}", $"{30 + round}"), (await survey.ValueAsync("A02"), await survey.ValueAsync("A03")));
            var (won, lost) = saves[0].Status == 200 ? (100, 1) : (200, 0);
            Assert.Equal($"{won + round}", await survey.ValueAsync("A01"));
            Assert.Contains($"đã lưu “{won + round} người”", saves[lost].ProblemAt("A01"));
        }
    }

    [Fact]
    public async Task A_save_after_the_form_was_presented_is_refused_and_everything_typed_is_still_there()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var page = await survey.SectionAsync(userName: "stc.nhaplieu");
        await survey.PresentAsync();

        var refused = (await page.Fill("A01", "125").Fill("A05", "Thủ công").Fill("A07[2].name", "Thư viện số").Fill("A08", "Phòng Tin học").Fill("Ghi chú câu A05", "Đổi từ tháng 9").PressAsync("Lưu")).Expect(409);

        Assert.Contains("Không thể nhập câu trả lời khi phiếu ở trạng thái “Chờ thủ trưởng duyệt”.", refused.Text);
        Assert.Contains("nội dung anh/chị đã nhập được giữ lại dưới đây", refused.Text);
        Assert.Equal(["A01.", "A05.", "A07.", "A08."], refused.Problems.Select(p => p[..4]));
        Assert.Equal(("125", "b", "Thư viện số", "Phòng Tin học", "Đổi từ tháng 9"), (refused.ValueOf("A01"), refused.ValueOf("A05"), refused.ValueOf("A07[2].name"), refused.ValueOf("A08"), refused.ValueOf("Ghi chú câu A05")));
        Assert.Equal(("120", "\"a\""), (await survey.ValueAsync("A01"), await survey.ValueAsync("A05")));
        Assert.Null((await survey.AnswerAsync("A05"))!.Note);
    }

    [Fact]
    public async Task Saving_and_presenting_at_the_same_instant_stores_all_or_nothing_and_what_was_not_checked_cannot_be_signed()
    {
        for (var round = 0; round < 4; round++)
        {
            var survey = await Survey.OpenAsync(portal);
            await survey.CompleteAsync();
            var (section, check) = (await survey.SectionAsync(userName: "stc.nhaplieu"), await survey.PageAsync("check"));

            var answers = await Task.WhenAll(section.Fill("A01", "").Fill("A08", "Phòng Tin học").PressAsync("Lưu"), check.PressAsync("Trình thủ trưởng ký nộp"));

            var saved = await survey.ValueAsync("A01") is null;
            Assert.Equal(saved, await survey.ValueAsync("A08") is not null);
            Assert.Equal(saved ? 200 : 409, answers[0].Status);
            if (!saved)
                Assert.Equal("Phòng Tin học", answers[0].ValueOf("A08"));
            else if ((await survey.FormAsync()).State == SubmissionState.AwaitingSignOff)
                (await (await survey.PageAsync("sign-off", "stc.thutruong")).Fill("declaration", "true").PressAsync("Ký nộp phiếu")).Expect(422);
        }
    }

    [Fact]
    public async Task A_form_that_moved_on_at_the_instant_of_another_save_gets_a_page_that_says_what_to_do()
    {
        var survey = await Survey.OpenAsync(portal);
        // As if somebody presented the form between the reading and the writing of the request.
        await portal.ReadAsync(async db => await db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER moved_on BEFORE INSERT ON AuditEntries WHEN NEW.Action = 'evidence.add' AND NEW.\"To\" LIKE 'VB-CHAM%' BEGIN UPDATE Submissions SET StateVersion = StateVersion + 1; END"));

        var page = await survey.PageAsync("questions/A02/evidence");
        page = await page.Fill("Số, ký hiệu", "VB-CHAM").Fill("Ngày ban hành", "15/01/2026").Fill("Cơ quan ban hành", "Sở Tài chính").Fill("Trích yếu", "Báo cáo").PressAsync("Thêm văn bản");

        Assert.Equal((409, "Vừa có người thay đổi trước"), (page.Status, page.Heading));
        Assert.Contains("Lần lưu này chưa được ghi.", page.Text);
        Assert.Matches("Lỗi 409 · mã yêu cầu \\S+", page.Text);
        Assert.False(await portal.ReadAsync(db => db.Evidence.AnyAsync(e => e.Number == "VB-CHAM")));
        await portal.ReadAsync(async db => await db.Database.ExecuteSqlRawAsync("DROP TRIGGER moved_on"));
    }

    private Task<string> NameAsync(string userName) =>
        portal.ReadAsync(db => Task.FromResult(db.Users.Single(u => u.UserName == userName).DisplayName));
}
