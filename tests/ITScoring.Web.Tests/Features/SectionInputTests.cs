using System.Text;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Features;

/// <summary>What cannot be stored as it was entered: said at its question, shown again as typed, and nothing else of the section is lost.</summary>
public sealed class SectionInputTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Theory]
    [InlineData("A01", "1.234", "1234", "1234")]
    [InlineData("A01", "1 234", "1234", "1234")]
    [InlineData("A01", "0120", "120", "120")]
    [InlineData("A01", " 120 ", "120", "120")]
    [InlineData("A01", "120,0", "120", "120")]
    [InlineData("A03", "1.234,5", "1234.5", "1234,5")]
    [InlineData("A03", "1234,5", "1234.5", "1234,5")]
    [InlineData("A03", "1234.5", "1234.5", "1234,5")]
    [InlineData("A03", "1,234.5", "1234.5", "1234,5")]
    [InlineData("A03", "9,99", "9.99", "9,99")]
    [InlineData("A03", "0", "0", "0")]
    public async Task A_number_is_understood_in_each_way_in_which_it_can_be_typed(string question, string typed, string stored, string shown)
    {
        var survey = await Survey.OpenAsync(portal);
        var saved = await (await survey.SectionAsync()).Fill(question, typed).PressAsync("Lưu");
        Assert.Equal((200, stored, shown), (saved.Status, await survey.ValueAsync(question), saved.ValueOf(question)));
    }

    [Theory]
    [InlineData("A03", "1,234", "“1,234” có thể hiểu là 1.234 hoặc 1,234. Nhập 1234 hoặc 1,2340.")]
    [InlineData("A03", "1.234", "“1.234” có thể hiểu là 1.234 hoặc 1,234. Nhập 1234 hoặc 1,2340.")]
    [InlineData("A01", "1,234", "“1,234” có thể hiểu theo hai cách. Nếu là 1.234 thì nhập 1234; câu này chỉ nhận số nguyên.")]
    [InlineData("A01", "12,5", "“12,5” không phải số nguyên. Nhập số nguyên, ví dụ 1234.")]
    [InlineData("A01", "một trăm", "Không đọc được số “một trăm”. Nhập chữ số, dấu phẩy cho phần thập phân, ví dụ 1234,5.")]
    [InlineData("A01", "12e3", "Không đọc được số “12e3”. Nhập chữ số, dấu phẩy cho phần thập phân, ví dụ 1234,5.")]
    [InlineData("A01", "1234567890123456", "“1234567890123456” quá dài. Nhập nhiều nhất 15 chữ số phần nguyên và 9 chữ số thập phân.")]
    [InlineData("A10", "31/02/2026", "Không đọc được ngày “31/02/2026”. Nhập theo dạng ngày/tháng/năm, ví dụ 19/12/2018.")]
    [InlineData("A10", "hôm qua", "Không đọc được ngày “hôm qua”. Nhập theo dạng ngày/tháng/năm, ví dụ 19/12/2018.")]
    [InlineData("A10", "05/03/0026", "Không đọc được ngày “05/03/0026”. Nhập theo dạng ngày/tháng/năm, ví dụ 19/12/2018.")]
    public async Task What_cannot_be_read_is_said_at_its_question_and_stands_there_as_typed(string question, string typed, string problem)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A01", "77"), ("A03", "7.7"), ("A10", "\"2026-01-02\""));
        var before = await survey.ValueAsync(question);

        var page = (await (await survey.SectionAsync()).Fill(question, typed).PressAsync("Lưu")).Expect(422);

        Assert.Equal([$"{question}. {problem}"], page.Problems);
        Assert.StartsWith(problem, page.ProblemAt(question));
        Assert.Equal(typed, page.ValueOf(question));
        Assert.Contains("Chưa lưu", page.CardText(question));
        Assert.Equal(before, await survey.ValueAsync(question));
    }

    [Fact]
    public async Task Good_answers_are_stored_beside_bad_ones_and_all_bad_ones_are_named_in_the_order_of_the_page()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = (await (await survey.SectionAsync())
            .Fill("A01", "nhiều").Fill("A02", "90").Fill("A03", "1,234").Fill("A04", "Có").Fill("A07[0].name", "Kế toán").Fill("A07[0].year", "năm ngoái").Fill("A10", "32/13/2026")
            .Fill("Ghi chú câu A01", "Sẽ bổ sung").PressAsync("Lưu")).Expect(422);

        Assert.Equal(["A01.", "A03.", "A07.", "A10."], page.Problems.Select(p => p[..4]));
        Assert.Contains("Đã lưu 2 câu: A02, A04.", page.Text);
        Assert.Equal(("90", "true"), (await survey.ValueAsync("A02"), await survey.ValueAsync("A04")));
        Assert.Null(await survey.AnswerAsync("A01"));
        Assert.Equal(("nhiều", "90", "1,234", "Kế toán", "năm ngoái", "Sẽ bổ sung"), (page.ValueOf("A01"), page.ValueOf("A02"), page.ValueOf("A03"), page.ValueOf("A07[0].name"), page.ValueOf("A07[0].year"), page.ValueOf("Ghi chú câu A01")));

        // Mended on the same page, everything is stored.
        var mended = await page.Fill("A01", "120").Fill("A03", "1234").Fill("A07[0].year", "2019").Fill("A10", "31/12/2025").PressAsync("Lưu");
        Assert.Equal("Đã lưu 4 câu trả lời.", mended.Notice);
        Assert.Equal("Sẽ bổ sung", (await survey.AnswerAsync("A01"))!.Note);
    }

    [Theory]
    [InlineData("A04", "có", "Chọn Có hoặc Không.")]
    [InlineData("A05", "z", "Chọn một trong các phương án của câu hỏi.")]
    [InlineData("A05", "A", "Chọn một trong các phương án của câu hỏi.")]
    [InlineData("A06", "z", "Có nội dung không thuộc câu hỏi. Tải lại trang rồi chọn lại.")]
    public async Task A_choice_that_the_question_does_not_have_is_refused_when_posted_by_hand(string question, string value, string problem)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A05", "\"a\""));
        using var browser = await portal.SignedInAsync("stc.daumoi");

        var page = (await browser.PostAsync(survey.Path("sections/A"), [new("v-" + question, "0"), new("o-" + question, ""), new(question, value)])).Expect(422);

        Assert.Equal([$"{question}. {problem}"], page.Problems);
        Assert.Contains(problem, page.CardText(question));
        Assert.Equal(question == "A05" ? "\"a\"" : null, await survey.ValueAsync(question));
    }

    [Theory]
    [InlineData("A03", "5", "7")]
    [InlineData("A01", "5", "5")]
    [InlineData("A08", "Phòng A", "Phòng B")]
    [InlineData("A10", "01/02/2026", "")]
    public async Task A_field_that_comes_twice_is_not_guessed_at(string question, string first, string second)
    {
        var survey = await Survey.OpenAsync(portal);
        using var browser = await portal.SignedInAsync("stc.daumoi");

        var page = (await browser.PostAsync(survey.Path("sections/A"), [new("v-" + question, "0"), new("o-" + question, ""), new(question, first), new(question, second)])).Expect(422);

        Assert.Equal([$"{question}. Ô này được gửi hai lần. Tải lại trang rồi nhập lại."], page.Problems);
        Assert.Null(await survey.AnswerAsync(question));
    }

    [Theory]
    [InlineData("A01", "120")]
    [InlineData("A03", "240.5")]
    [InlineData("A04", "true")]
    [InlineData("A05", "\"b\"")]
    [InlineData("A07", "[{\"name\":\"Kế toán\",\"year\":2019}]")]
    [InlineData("A08", "\"Phòng Tin học\"")]
    [InlineData("A10", "\"2026-03-05\"")]
    public async Task A_field_that_does_not_come_takes_nothing_away(string question, string stored)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", (question, stored));
        var page = await survey.SectionAsync();
        var fields = new[] { "v-" + question, "o-" + question }.Select(n => new KeyValuePair<string, string>(n, page.One($"input[name='{n}']").GetAttribute("value")!));
        using var browser = await portal.SignedInAsync("stc.daumoi");

        (await browser.PostAsync(survey.Path("sections/A"), fields)).Expect(200);

        Assert.Equal(stored, await survey.ValueAsync(question));
    }

    [Fact]
    public async Task Fields_of_other_sections_unknown_ones_and_the_inspectors_are_not_stored()
    {
        var survey = await Survey.OpenAsync(portal);
        using var browser = await portal.SignedInAsync("stc.daumoi");

        (await browser.PostAsync(survey.Path("sections/A"), [new("v-B01", "0"), new("B01", "true"), new("v-Z99", "0"), new("Z99", "1"), new("state", "Verified"), new("__proto__", "x")])).Expect(200);
        var inspector = (await browser.PostAsync(survey.Path("sections/B"), [new("v-B04", "0"), new("o-B04", ""), new("B04", "3"), new("v-B05", "0"), new("o-B05", ""), new("B05", "a")])).Expect(409);

        Assert.Contains("Câu B04 do cơ quan thẩm tra hoặc hệ thống điền.", inspector.Text);
        foreach (var code in new[] { "B01", "B04", "B05", "Z99" })
            Assert.Null(await survey.AnswerAsync(code));
    }

    [Fact]
    public async Task Ten_thousand_characters_are_refused_and_kept_on_the_page()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await survey.SectionAsync();
        var (text, note) = (string.Concat(Enumerable.Repeat("Phòng Tin học ", 715))[..10_000], string.Concat(Enumerable.Repeat("ghi chú ", 1250)).TrimEnd());

        var refused = (await page.Fill("A08", text).Fill("Ghi chú câu A05", note).Fill("A01", "120").PressAsync("Lưu")).Expect(422);

        Assert.Equal(["A05. Ghi chú dài 9.999 ký tự, quá 2.000 ký tự. Rút gọn rồi lưu lại.", "A08. Nội dung dài quá 4000 ký tự. Rút gọn rồi lưu lại."], refused.Problems);
        Assert.Equal((text, note), (refused.ValueOf("A08"), refused.ValueOf("Ghi chú câu A05")));
        Assert.Equal("120", await survey.ValueAsync("A01"));
        Assert.Null(await survey.AnswerAsync("A08"));
        Assert.Null(await survey.AnswerAsync("A05"));
    }

    [Fact]
    public async Task A_note_of_exactly_the_limit_is_kept_with_its_line_ends()
    {
        var survey = await Survey.OpenAsync(portal);
        // A browser sends each of the 1000 line ends as two characters.
        var note = string.Concat(Enumerable.Repeat("đ\n", 999)) + "đđ";

        await (await survey.SectionAsync()).Fill("Ghi chú câu A05", note.Replace("\n", "\r\n")).PressAsync("Lưu");

        Assert.Equal(note, (await survey.AnswerAsync("A05"))!.Note);
    }

    [Fact]
    public async Task Longer_than_the_question_allows_is_kept_and_said()
    {
        var survey = await Survey.OpenAsync(portal);
        var text = new string('ế', 61);

        var page = (await (await survey.SectionAsync()).Fill("A08", text).PressAsync("Lưu")).Expect(200);

        Assert.Equal($"\"{text}\"", await survey.ValueAsync("A08"));
        Assert.Contains("dài 61 ký tự, quá 60 ký tự; hãy rút ngắn", page.ProblemAt("A08"));
    }

    [Theory]
    [InlineData("không phải địa chỉ")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://stc.example.invalid/tep")]
    [InlineData("www.stc.example.invalid")]
    public async Task An_address_that_is_none_is_kept_and_said_and_never_a_link(string typed)
    {
        var survey = await Survey.OpenAsync(portal);

        var page = (await (await survey.SectionAsync()).Fill("A09", typed).PressAsync("Lưu")).Expect(200);

        Assert.Contains($"“{typed}” không phải địa chỉ đầy đủ; hãy ghi địa chỉ bắt đầu bằng http:// hoặc https://", page.ProblemAt("A09"));
        Assert.Equal(typed, page.ValueOf("A09"));
        foreach (var path in new[] { "sections/A", "check", "" })
            Assert.DoesNotContain((await survey.PageAsync(path)).All("main a"), a => a.GetAttribute("href")!.Contains(typed, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Text_in_decomposed_letters_is_stored_composed_and_is_no_change_to_the_same_text()
    {
        var survey = await Survey.OpenAsync(portal);
        var (composed, decomposed) = ("Phòng Kế hoạch – Tổng hợp", "Phòng Kế hoạch – Tổng hợp".Normalize(NormalizationForm.FormD));
        Assert.NotEqual(composed.Length, decomposed.Length);

        var saved = await (await survey.SectionAsync()).Fill("A08", decomposed).Fill("A07[0].name", decomposed).Fill("A07[0].year", "2019").Fill("Ghi chú câu A08", decomposed).PressAsync("Lưu");

        Assert.Equal($"\"{composed}\"", await survey.ValueAsync("A08"));
        Assert.Equal($$"""[{"name":"{{composed}}","year":2019}]""", await survey.ValueAsync("A07"));
        Assert.Equal(composed, (await survey.AnswerAsync("A08"))!.Note);
        Assert.Equal("Mọi câu trả lời của phần đã được lưu.", (await saved.Fill("A08", decomposed).PressAsync("Lưu")).Notice);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'; drop table Answers; --")]
    [InlineData("{{7*7}} @Model &amp; &lt;b&gt;")]
    public async Task Text_that_looks_like_a_page_stays_text_everywhere(string text)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();

        var saved = await (await survey.SectionAsync()).Fill("A08", text).Fill("A07[0].name", text).Fill("Ghi chú câu A08", text).PressAsync("Lưu");

        Assert.Equal((text, text, text), (saved.ValueOf("A08"), saved.ValueOf("A07[0].name"), saved.ValueOf("Ghi chú câu A08")));
        await survey.PresentAsync();
        await survey.SignAsync();
        // PageManners finds any script or handler that came to life on these pages.
        foreach (var (path, user) in new[] { ("sections/A", "stc.daumoi"), ("", "stc.daumoi"), ("check", "stc.daumoi"), ("sign-off", "stc.thutruong"), ("receipt", "stc.thutruong") })
        {
            var page = await survey.PageAsync(path, user);
            Assert.Empty(page.All("main script, main img"));
            Assert.True(path.Length == 0 || page.Text.Contains(text, StringComparison.Ordinal) || page.ValueOf("A08") == text, $"{path} does not show the text as typed.");
        }
    }
}
