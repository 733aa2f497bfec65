using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Features;

/// <summary>A question that is answered by a table, without JavaScript.</summary>
public sealed class SectionRowsTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task Rows_with_cells_of_every_type_are_stored_in_their_order_and_stand_there_again()
    {
        var survey = await Survey.OpenAsync(portal);

        var saved = await (await survey.SectionAsync())
            .Fill("A07, dòng 1, Tên phần mềm", "Kế toán").Fill("A07, dòng 1, Năm sử dụng", "2019").Fill("A07, dòng 1, Ngày nghiệm thu", "5/3/2019").Fill("A07, dòng 1, Địa chỉ", "https://kt.example.invalid/")
            .Fill("A07, dòng 2, Tên phần mềm", "Lưu trữ").Fill("A07, dòng 2, Năm sử dụng", "2.021")
            .PressAsync("Lưu");

        Assert.Equal("Đã lưu 1 câu trả lời.", saved.Notice);
        Assert.Equal("""[{"link":"https://kt.example.invalid/","name":"Kế toán","since":"2019-03-05","year":2019},{"name":"Lưu trữ","year":2021}]""", await survey.ValueAsync("A07"));
        Assert.Equal(
            [["Kế toán", "2019", "05/03/2019", "https://kt.example.invalid/"], ["Lưu trữ", "2021", "", ""], ["", "", "", ""], ["", "", "", ""]],
            Rows(await survey.SectionAsync()));
    }

    [Fact]
    public async Task More_rows_come_by_a_button_that_saves_what_is_there()
    {
        var survey = await Survey.OpenAsync(portal);

        var more = await (await survey.SectionAsync()).Fill("A01", "120").Fill("A07[1].name", "Kế toán").Fill("A07[1].year", "2019").PressAsync("Lưu và thêm dòng cho câu A07");

        // One row with text, two to spare, three more.
        Assert.Equal(6, Rows(more).Count);
        Assert.Equal("Kế toán", more.ValueOf("A07, dòng 1, Tên phần mềm"));
        Assert.Equal(("120", """[{"name":"Kế toán","year":2019}]"""), (await survey.ValueAsync("A01"), await survey.ValueAsync("A07")));
        var filled = await more.Fill("A07[5].name", "Lưu trữ").Fill("A07[5].year", "2021").PressAsync("Lưu");
        Assert.Equal(4, Rows(filled).Count);
        Assert.Equal(["Kế toán", "Lưu trữ"], Rows(filled).Take(2).Select(r => r[0]));
    }

    [Fact]
    public async Task A_row_goes_when_it_is_marked_or_emptied_and_the_others_move_up()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A07", """[{"name":"Một","year":2001},{"name":"Hai","year":2002},{"name":"Ba","year":2003}]"""));

        var marked = await (await survey.SectionAsync()).Fill("Xóa dòng 2 của câu A07", "true").PressAsync("Lưu");
        Assert.Equal("""[{"name":"Một","year":2001},{"name":"Ba","year":2003}]""", await survey.ValueAsync("A07"));

        await marked.Fill("A07, dòng 1, Tên phần mềm", "").Fill("A07, dòng 1, Năm sử dụng", " ").PressAsync("Lưu");
        Assert.Equal("""[{"name":"Ba","year":2003}]""", await survey.ValueAsync("A07"));
    }

    [Fact]
    public async Task Removing_every_row_leaves_the_question_open_and_none_is_said_by_a_box()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A07", """[{"name":"Một","year":2001}]"""));

        var open = await (await survey.SectionAsync()).Fill("Xóa dòng 1 của câu A07", "true").PressAsync("Lưu");
        Assert.Null(await survey.ValueAsync("A07"));
        var none = await open.Fill("Không có dòng nào ở câu A07", "true").PressAsync("Lưu");

        Assert.Equal("[]", await survey.ValueAsync("A07"));
        Assert.Equal("-none", none.ValueOf("Không có dòng nào ở câu A07"));
        var both = (await none.Fill("A07[0].name", "Kế toán").PressAsync("Lưu")).Expect(422);
        Assert.Contains("Đã chọn “Không có” nhưng bảng vẫn còn dòng. Xóa các dòng hoặc bỏ chọn.", both.CardText("A07"));
        Assert.Equal(("Kế toán", "[]"), (both.ValueOf("A07[0].name"), await survey.ValueAsync("A07")));
        await both.Fill("Không có dòng nào ở câu A07", "").Fill("A07[0].year", "2020").PressAsync("Lưu");
        Assert.Equal("""[{"name":"Kế toán","year":2020}]""", await survey.ValueAsync("A07"));
    }

    [Theory]
    [InlineData("A07[0].year", "năm nay", "Dòng 1, cột “Năm sử dụng”: Không đọc được số “năm nay”.")]
    [InlineData("A07[0].since", "30/02/2020", "Dòng 1, cột “Ngày nghiệm thu”: Không đọc được ngày “30/02/2020”.")]
    public async Task A_cell_that_cannot_be_read_is_named_and_the_table_stands_as_typed(string cell, string typed, string problem)
    {
        var survey = await Survey.OpenAsync(portal);

        var page = (await (await survey.SectionAsync()).Fill("A07[0].name", "Kế toán").Fill("A07[0].year", "2019").Fill(cell, typed).PressAsync("Lưu")).Expect(422);

        Assert.Contains(problem, page.CardText("A07"));
        Assert.Equal(("Kế toán", typed), (page.ValueOf("A07[0].name"), page.ValueOf(cell)));
        Assert.Null(await survey.AnswerAsync("A07"));
    }

    [Fact]
    public async Task Empty_and_repeated_cells_and_too_many_rows_are_kept_and_said()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await (await survey.SectionAsync()).Fill("A07[0].name", "Kế toán").Fill("A07[1].name", " KẾ TOÁN ").Fill("A07[1].year", "2019").Fill("A07[1].link", "kt").PressAsync("Lưu và thêm dòng cho câu A07");
        page = await page.Fill("A07[2].name", "Ba").Fill("A07[2].year", "3").Fill("A07[3].name", "Bốn").Fill("A07[3].year", "4").PressAsync("Lưu");

        Assert.Equal(4, Rows(page).Count(r => r[0].Length > 0));
        foreach (var problem in new[] { "dòng 1 còn trống cột “Năm sử dụng”", "dòng 2 trùng dòng 1 ở cột “Tên phần mềm”", "dòng 2, cột “Địa chỉ”: “kt” không phải địa chỉ đầy đủ", "số dòng 4 lớn hơn mức cao nhất 3" })
            Assert.Contains(problem, page.CardText("A07"));
    }

    [Fact]
    public async Task Five_hundred_and_one_rows_are_refused_and_none_is_dropped_in_silence()
    {
        var survey = await Survey.OpenAsync(portal);
        using var browser = await portal.SignedInAsync("stc.daumoi");
        var cells = Enumerable.Range(0, 501).Select(i => new KeyValuePair<string, string>($"A07[{i}].name", $"Phần mềm {i}"));

        var page = (await browser.PostAsync(survey.Path("sections/A"), [new("v-A07", "0"), new("o-A07", ""), .. cells])).Expect(422);

        Assert.Equal(["A07. Bảng có 501 dòng, quá 500 dòng. Bỏ bớt rồi lưu lại."], page.Problems);
        Assert.Equal(501, Rows(page).Count(r => r[0].Length > 0));
        Assert.Null(await survey.AnswerAsync("A07"));
    }

    [Fact]
    public async Task A_form_with_more_fields_than_the_server_reads_gets_a_page_and_no_crash()
    {
        var survey = await Survey.OpenAsync(portal);
        using var browser = await portal.SignedInAsync("stc.daumoi");
        var page = await browser.PostAsync(survey.Path("sections/A"), [new("v-A01", "0"), new("A01", "5"), .. Enumerable.Range(0, 5000).Select(i => new KeyValuePair<string, string>($"x{i}", ""))]);
        Assert.Equal((400, "Yêu cầu không dùng được"), (page.Status, page.Heading));
        Assert.Null(await survey.AnswerAsync("A01"));
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(PortalPage page) =>
        [.. page.Card("A07").QuerySelectorAll("tbody tr").Select(r => (IReadOnlyList<string>)[.. r.QuerySelectorAll("input[type=text]").Select(i => i.GetAttribute("value") ?? "")])];
}
