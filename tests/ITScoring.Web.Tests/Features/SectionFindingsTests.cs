using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Features;

/// <summary>What a section page says about stored answers: bounds, checks, conditions, last year's values, what is locked.</summary>
public sealed class SectionFindingsTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task A_value_out_of_bounds_is_kept_and_said_at_its_own_question_with_the_figures()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await (await survey.SectionAsync()).Fill("A01", "100").Fill("A02", "101").PressAsync("Lưu");

        Assert.Equal((200, "Đã lưu 2 câu trả lời.", "101"), (page.Status, page.Notice, await survey.ValueAsync("A02")));
        Assert.Contains("giá trị 101 lớn hơn mức cao nhất 100 = A01 (A01 = 100)", page.ProblemAt("A02"));
        Assert.Contains("Đã lưu, cần sửa", page.CardText("A02"));
        Assert.Equal("", page.ProblemAt("A01"));
        // A bound waits for the answer that it names.
        var waiting = await page.Fill("A01", "").PressAsync("Lưu");
        Assert.Equal("", waiting.ProblemAt("A02"));
        Assert.Contains("nhỏ hơn mức thấp nhất 1", (await waiting.Fill("A01", "0").PressAsync("Lưu")).ProblemAt("A01"));
    }

    [Fact]
    public async Task More_decimals_than_the_question_has_are_kept_and_said()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await (await survey.SectionAsync()).Fill("A03", "10,125").Fill("A01", "5").PressAsync("Lưu");
        Assert.Equal(422, page.Status);
        page = await page.Fill("A03", "10,1250").PressAsync("Lưu");
        Assert.Equal("10.125", await survey.ValueAsync("A03"));
        Assert.Contains("chỉ được có 2 chữ số thập phân, đang là 10,125", page.ProblemAt("A03"));
    }

    [Fact]
    public async Task A_check_between_answers_is_said_at_every_question_that_it_names_also_in_the_other_section()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await (await survey.SectionAsync("B")).Fill("B01", "Có").PressAsync("Lưu");
        Assert.DoesNotContain("phải có bài đăng", page.Text);
        page = await page.Fill("B03", "0").PressAsync("Lưu");

        foreach (var question in new[] { "B01", "B03" })
            Assert.Contains("Có trang thông tin điện tử (B01) thì phải có bài đăng (B03). Số liệu đang có: B01 = Có; B03 = 0.", page.CardText(question));
        Assert.DoesNotContain("phải có bài đăng", page.CardText("B02"));
    }

    [Fact]
    public async Task A_warning_is_shown_as_one_and_does_not_mark_the_field_invalid()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "100"));

        // A fifth more is no warning: 120 − 100 = 20 = 0.2 × 100.
        var fifth = await (await survey.SectionAsync()).Fill("A01", "120").PressAsync("Lưu");
        Assert.DoesNotContain("trên 20%", fifth.Text);
        var page = await fifth.Fill("A01", "121").PressAsync("Lưu");

        Assert.Contains("Số cán bộ (A01) thay đổi trên 20% so với kỳ trước; đề nghị giải trình. Số liệu đang có: A01 = 121; A01 kỳ trước = 100.", page.CardText("A01"));
        Assert.Equal("", page.ProblemAt("A01"));
    }

    [Fact]
    public async Task What_only_the_reviewer_is_told_is_nowhere_on_the_agencys_pages()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A04", "false"));
        foreach (var path in new[] { "sections/A", "check", "" })
            Assert.DoesNotContain("kiểm tra thực tế", (await survey.PageAsync(path)).Html);
    }

    [Fact]
    public async Task A_question_with_a_condition_says_it_appears_with_it_and_goes_with_it()
    {
        var survey = await Survey.OpenAsync(portal);

        var before = await survey.SectionAsync("B");
        Assert.False(before.HasField("B02") || before.HasField("B03"));
        Assert.Contains("Không phải trả lời", before.CardText("B02"));
        Assert.Contains("Chỉ trả lời khi", before.CardText("B02"));

        var asked = await before.Fill("B01", "Có").PressAsync("Lưu");
        Assert.True(asked.HasField("B02") && asked.HasField("B03"));
        Assert.DoesNotContain("Chỉ trả lời khi", asked.CardText("B02"));

        var gone = await asked.Fill("B01", "Không").PressAsync("Lưu");
        Assert.False(gone.HasField("B02"));
    }

    [Fact]
    public async Task An_answer_whose_condition_went_stays_to_be_seen_and_to_be_taken_back()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("B01", "true"), ("B02", "\"https://stc.example.invalid\""));

        var page = await (await survey.SectionAsync("B")).Fill("B01", "Không").PressAsync("Lưu");

        Assert.Equal("https://stc.example.invalid", page.ValueOf("B02"));
        Assert.Contains("không phải trả lời, vì chỉ hỏi khi", page.ProblemAt("B02"));
        var cleared = await page.Fill("B02", "").PressAsync("Lưu");
        Assert.False(cleared.HasField("B02"));
        Assert.Null(await survey.ValueAsync("B02"));
    }

    [Fact]
    public async Task Last_years_values_stand_beside_the_fields_as_people_read_them()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "1100"), ("A03", "200.5"), ("A05", "\"b\""), ("A06", "[]"), ("A07", """[{"name":"Kế toán","year":2019}]"""));

        var page = await survey.SectionAsync();

        Assert.Contains("Kỳ trước1.100 người", page.CardText("A01"));
        Assert.Contains("Kỳ trước200,5 Mbps", page.CardText("A03"));
        Assert.Contains("Kỳ trướcThủ công", page.CardText("A05"));
        Assert.Contains("Kế toán", page.CardText("A07"));
        Assert.DoesNotContain("Kỳ trước", page.CardText("A02"));
        // They are offered, not entered.
        Assert.Equal("", page.ValueOf("A01"));
        Assert.Contains("Kỳ trướcKhông có", (await (await survey.SectionAsync()).Fill("A05", "Tự động").PressAsync("Lưu")).CardText("A06"));
        // Another agency has none.
        Assert.DoesNotContain("Kỳ trước", (await survey.SectionAsync(userName: "sct.daumoi")).Text);
    }

    [Fact]
    public async Task Questions_of_the_inspector_and_of_the_system_cannot_be_answered_by_the_agency()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await survey.SectionAsync("B");

        Assert.Contains("Sở TTTT điền", page.CardText("B04"));
        Assert.Contains("Hệ thống tự xác định", page.CardText("B05"));
        Assert.True(page.IsDisabled("B04") && page.IsDisabled("B05"));
        // As the form stands today, two months before the deadline.
        Assert.Equal("a", page.ValueOf("B05"));
        Assert.False(page.HasField("Ghi chú câu B04"));
    }

    [Fact]
    public async Task Timeliness_follows_the_clock_until_the_form_is_in()
    {
        // Deadline: the end of Saturday 19/12/2026. Monday to Friday follow: the 25th is the fifth working day, Monday the 28th the sixth.
        var survey = await Survey.OpenAsync(portal);
        foreach (var (day, code) in new[] { (19, "a"), (20, "b"), (25, "b"), (28, "c") })
        {
            portal.Clock.Set(2026, 12, day, 12);
            Assert.Equal((day, code), (day, (await survey.SectionAsync("B")).ValueOf("B05")));
        }

        portal.Clock.Set(PortalTemplates.Start);
    }

    [Theory]
    [InlineData("stc.thutruong")]
    [InlineData("stc.kythay")]
    public async Task Who_signs_reads_a_section_and_cannot_change_it(string userName)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A01", "120"));

        var page = await survey.SectionAsync(userName: userName);

        Assert.Equal("120", page.ValueOf("A01"));
        Assert.True(page.IsDisabled("A01") && page.IsDisabled("A04") && page.IsDisabled("A05"));
        Assert.DoesNotContain(page.All("main button"), b => b.GetAttribute("type") == "submit");
        Assert.Contains("Phần này chỉ xem", page.Text);
    }
}
