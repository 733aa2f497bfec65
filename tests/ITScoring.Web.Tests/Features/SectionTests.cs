using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>One section of the form: fill, save, see the same again.</summary>
public sealed class SectionTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    /// <summary>Question, what is entered, what is stored, what the field shows afterwards.</summary>
    public static readonly TheoryData<string, string[], string, string> Types = new()
    {
        { "A01", ["120"], "120", "120" },
        { "A03", ["240,5"], "240.5", "240,5" },
        { "A04", ["Có"], "true", "true" },
        { "A04", ["Không"], "false", "false" },
        { "A05", ["Thủ công"], "\"b\"", "b" },
        { "A06", ["Văn bản", "Cơ sở dữ liệu"], "[\"a\",\"c\"]", "a,c" },
        { "A06", ["Không có nội dung nào"], "[]", "-none" },
        { "A08", ["  Phòng Tin học – Kế hoạch  "], "\"Phòng Tin học – Kế hoạch\"", "Phòng Tin học – Kế hoạch" },
        { "A09", ["http://noibo.stc.example.invalid/trang?x=1&y=2"], "\"http://noibo.stc.example.invalid/trang?x=1&y=2\"", "http://noibo.stc.example.invalid/trang?x=1&y=2" },
        { "A10", ["5/3/2026"], "\"2026-03-05\"", "05/03/2026" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task What_was_entered_is_stored_and_stands_there_after_a_reload(string question, string[] entered, string stored, string shown)
    {
        var survey = await Survey.OpenAsync(portal);
        if (question == "A06")
            await survey.AnswerAsync("stc.daumoi", ("A05", "\"a\""));

        var saved = await (await survey.SectionAsync()).Fill(question, entered).PressAsync("Lưu");

        Assert.Equal((200, "Đã lưu 1 câu trả lời."), (saved.Status, saved.Notice));
        Assert.Equal(stored, await survey.ValueAsync(question));
        Assert.Equal(shown, saved.ValueOf(question));
        Assert.Equal(shown, (await survey.SectionAsync()).ValueOf(question));
        Assert.Contains("Đã lưu 20/10/2026 09:00", saved.CardText(question));
    }

    [Theory]
    [InlineData("A01", "120", "")]
    [InlineData("A03", "240.5", "")]
    [InlineData("A04", "true", "Xóa trả lời")]
    [InlineData("A05", "\"b\"", "Xóa trả lời")]
    [InlineData("A08", "\"Phòng Tin học\"", "")]
    [InlineData("A09", "\"https://noibo.example.invalid\"", "")]
    [InlineData("A10", "\"2026-03-05\"", "")]
    public async Task An_answer_can_be_taken_back(string question, string stored, string cleared)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", (question, stored));

        var saved = await (await survey.SectionAsync()).Fill(question, cleared).PressAsync("Lưu");

        Assert.Equal("Đã lưu 1 câu trả lời.", saved.Notice);
        Assert.Null(await survey.ValueAsync(question));
        Assert.Equal("", saved.ValueOf(question));
        Assert.Contains("Chưa trả lời", saved.CardText(question));
        var changes = await portal.ReadAsync(async db =>
        {
            var id = (await survey.AnswerAsync(question))!.Id;
            return await db.AnswerChanges.Where(c => c.AnswerId == id).OrderBy(c => c.Id).Select(c => c.To).ToListAsync();
        });
        Assert.Equal([stored, null], changes);
    }

    [Fact]
    public async Task Unticking_everything_leaves_a_list_unanswered_and_none_of_them_is_an_answer()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A05", "\"a\""), ("A06", "[\"a\"]"));

        var empty = await (await survey.SectionAsync()).Fill("A06").PressAsync("Lưu");
        Assert.Null(await survey.ValueAsync("A06"));
        var both = (await empty.Fill("A06", "Văn bản", "Không có nội dung nào").PressAsync("Lưu")).Expect(422);

        Assert.Contains("Đã chọn “Không có nội dung nào” cùng với nội dung khác. Bỏ một trong hai.", both.CardText("A06"));
        Assert.Equal("a,-none", both.ValueOf("A06"));
        Assert.Null(await survey.ValueAsync("A06"));
    }

    [Fact]
    public async Task Every_field_is_named_by_its_question_and_the_help_and_the_unit_stand_beside_it()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await survey.SectionAsync();

        Assert.Equal("A. Nhân lực và máy tính", page.Heading);
        foreach (var text in new[] { "Số cán bộ, công chức", "Số máy tính", "Băng thông Internet", "Cơ quan có tường lửa không?", "Sao lưu dữ liệu", "Tên phòng phụ trách", "Địa chỉ trang nội bộ", "Ngày ban hành quy chế" })
            Assert.True(page.HasField(text), $"No field is called “{text}”.");
        Assert.True(page.HasField("A07, dòng 1, Năm sử dụng"));
        Assert.Contains("Tính đến ngày cuối của kỳ.", page.CardText("A01"));
        Assert.Contains("người", page.CardText("A01"));
        Assert.Empty(page.All("main input[type=number]"));
        Assert.Equal("decimal", page.One("input[name=A01]").GetAttribute("inputmode"));
    }

    [Fact]
    public async Task Half_a_section_is_kept_and_nothing_is_written_for_what_was_left_open()
    {
        var survey = await Survey.OpenAsync(portal);

        var saved = await (await survey.SectionAsync()).Fill("A01", "120").Fill("A04", "Có").PressAsync("Lưu");

        Assert.Equal("Đã lưu 2 câu trả lời.", saved.Notice);
        Assert.Equal(["A01", "A04"], await RowsAsync(survey));
        Assert.Contains("Câu bắt buộc trả lời trước khi trình.", saved.CardText("A02"));
        Assert.Empty(saved.Problems);
    }

    [Fact]
    public async Task A_save_without_changes_says_so_and_writes_nothing()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A01", "120"));
        var before = await survey.AnswerAsync("A01");

        var saved = await (await survey.SectionAsync()).PressAsync("Lưu");

        Assert.Equal("Mọi câu trả lời của phần đã được lưu.", saved.Notice);
        Assert.Equal(before!.Version, (await survey.AnswerAsync("A01"))!.Version);
        Assert.Equal(["A01"], await RowsAsync(survey));
    }

    [Fact]
    public async Task A_note_is_kept_beside_its_question_even_without_an_answer()
    {
        var survey = await Survey.OpenAsync(portal);

        var saved = await (await survey.SectionAsync()).Fill("Ghi chú câu A05", "Đang chờ\nbáo cáo").PressAsync("Lưu");

        Assert.Equal("Đang chờ\nbáo cáo", (await survey.AnswerAsync("A05"))!.Note);
        Assert.Equal("Đang chờ\nbáo cáo", saved.ValueOf("Ghi chú câu A05"));
        Assert.Null(await survey.ValueAsync("A05"));
        await saved.Fill("Ghi chú câu A05", "").PressAsync("Lưu");
        Assert.Null((await survey.AnswerAsync("A05"))!.Note);
    }

    [Fact]
    public async Task Every_change_leaves_its_author_and_a_row_of_the_audit_log_in_the_same_save()
    {
        var survey = await Survey.OpenAsync(portal);
        await (await survey.SectionAsync(userName: "stc.nhaplieu")).Fill("A01", "119").PressAsync("Lưu");

        await (await survey.SectionAsync()).Fill("A01", "120").Fill("Ghi chú câu A01", "Theo báo cáo").PressAsync("Lưu");

        var rows = await portal.ReadAsync(async db =>
        {
            var period = await db.Periods.SingleAsync(p => p.Code == survey.Code);
            return await (from e in db.AuditEntries join u in db.Users on e.ActorId equals u.Id where e.PeriodId == period.Id && e.Subject == "A01" orderby e.Id select new { e.Action, u.UserName, e.From, e.To }).ToListAsync();
        });
        Assert.Equal(
            [("answer.declare", "stc.nhaplieu", (string?)null, "119"), ("answer.declare", "stc.daumoi", "119", "120"), ("answer.note", "stc.daumoi", null, "Theo báo cáo")],
            rows.Select(r => (r.Action, r.UserName!, (string?)r.From, r.To!)));
    }

    [Theory]
    [InlineData("Lưu, sang phần B", "/sections/B")]
    [InlineData("Lưu, về danh sách", "")]
    [InlineData("Thêm tài liệu cho câu A02", "/questions/A02/evidence")]
    public async Task Each_button_saves_and_goes_where_it_says(string button, string next)
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await (await survey.SectionAsync()).Fill("A02", "7").PressAsync(button);

        Assert.Equal((survey.Path() + next, "7"), (page.Path, await survey.ValueAsync("A02")));
    }

    [Fact]
    public async Task The_last_section_leads_to_the_check()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await (await survey.SectionAsync("B")).Fill("B01", "Không").PressAsync("Lưu, sang kiểm tra và trình");
        Assert.Equal((survey.Path("check"), "false"), (page.Path, await survey.ValueAsync("B01")));
    }

    [Theory]
    [InlineData("sections/Z")]
    [InlineData("sections/A01")]
    [InlineData("questions/A99/evidence")]
    [InlineData("questions/B04/evidence")]
    [InlineData("nothing")]
    public async Task A_section_or_question_that_the_set_does_not_have_is_not_found(string page)
    {
        var survey = await Survey.OpenAsync(portal);
        (await survey.PageAsync(page)).Expect(404);
    }

    private Task<List<string>> RowsAsync(Survey survey) => portal.ReadAsync(async db =>
    {
        var id = (await survey.FormAsync()).Id;
        return await db.Answers.Where(a => a.SubmissionId == id).OrderBy(a => a.QuestionCode).Select(a => a.QuestionCode).ToListAsync();
    });
}
