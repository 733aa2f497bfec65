using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The form as a workbook: out, filled, and back by way of a preview.</summary>
public sealed class WorkbookTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private static readonly (string Code, string Json)[] Everything =
    [
        .. Survey.Complete,
        ("A08", "\"Phòng Tin học & Tổ “CNTT”\\n_x0041_ <b>\""), ("A09", "\"https://noibo.example.invalid/?a=1&b=2\""), ("A10", "\"2026-01-15\""),
    ];

    [Fact]
    public async Task An_untouched_workbook_changes_nothing()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "110"), ("A06", "[\"a\"]"), ("A07", """[{"name":"Kế toán","year":2018}]"""));
        await survey.AnswerAsync("stc.daumoi", Everything);
        await (await survey.SectionAsync()).Fill("Ghi chú câu A01", "=1+1\nTheo báo cáo").PressAsync("Lưu");

        var page = await survey.UploadAsync(portal, await survey.WorkbookAsync(portal));

        Assert.True(page.HasHeading("Không có gì thay đổi"), page.ToString());
        Assert.Contains("Cả 15 câu", page.Text);
        Assert.False(page.HasButton("Ghi các ô đã chọn"));
    }

    [Fact]
    public async Task The_empty_workbook_of_an_empty_form_changes_nothing()
    {
        var survey = await Survey.OpenAsync(portal);
        Assert.True((await survey.UploadAsync(portal, await survey.WorkbookAsync(portal))).HasHeading("Không có gì thay đổi"));
        // The number 1.234 and a table's empty line are where an answer could come to read as another.
        await survey.AnswerAsync("stc.daumoi", ("A03", "1.234"), ("A06", "[]"), ("A07", "[]"), ("A04", "false"), ("A10", "\"1900-01-31\""));
        Assert.True((await survey.UploadAsync(portal, await survey.WorkbookAsync(portal))).HasHeading("Không có gì thay đổi"));
    }

    [Fact]
    public async Task Every_type_of_question_is_filled_previewed_and_stored_in_one_save()
    {
        var survey = await Survey.OpenAsync(portal);
        var filled = (await survey.WorkbookAsync(portal)).Type(
            (SurveyWorkbooks.A, "E4", 120), (SurveyWorkbooks.A, "F4", "Theo báo cáo năm"), (SurveyWorkbooks.A, "E6", 240.5), (SurveyWorkbooks.A, "E7", "Có"), (SurveyWorkbooks.A, "E8", "Thủ công"),
            (SurveyWorkbooks.A, "E10", "Có"), (SurveyWorkbooks.A, "E12", "có"), (SurveyWorkbooks.A, "B16", "Kế toán"), (SurveyWorkbooks.A, "D16", 2019), (SurveyWorkbooks.A, "E16", new DateTime(2019, 3, 5)),
            (SurveyWorkbooks.A, "F16", "https://kt.example.invalid/"), (SurveyWorkbooks.A, "E23", "Phòng Tin học"), (SurveyWorkbooks.A, "E24", "https://noibo.example.invalid"), (SurveyWorkbooks.A, "E25", new DateTime(2026, 1, 15)),
            (SurveyWorkbooks.B, "E4", "Không"));

        var page = await survey.UploadAsync(portal, filled);

        Assert.Equal(
            ["A01Số cán bộ, công chức", "A01, ghi chúSố cán bộ, công chức", "A03Băng thông Internet", "A04Cơ quan có tường lửa không?", "A05Sao lưu dữ liệu", "A06Nội dung được sao lưu", "A07Danh sách phần mềm", "A08Tên phòng phụ trách", "A09Địa chỉ trang nội bộ", "A10Ngày ban hành quy chế", "B01Cơ quan có trang thông tin điện tử không?"],
            page.Lines("Mới").Select(l => l[0]));
        Assert.Equal(("Chưa trả lời", "240,5 Mbps"), (page.Lines("Mới")[2][1], page.Lines("Mới")[2][2]));
        Assert.Contains("Trang “Phần A”, ô E6", page.Lines("Mới")[2][3]);
        // Nothing is written by looking.
        Assert.Null(await survey.AnswerAsync("A01"));
        var audited = await AuditedAsync();

        var done = await page.PressAsync("Ghi các ô đã chọn");

        Assert.Equal("Đã ghi 10 câu từ phiếu Excel: A01, A03, A04, A05, A06, A07, A08, A09, A10, B01.", done.Notice);
        Assert.Equal(
            ["120", "240.5", "true", "\"b\"", "[\"a\",\"c\"]", """[{"link":"https://kt.example.invalid/","name":"Kế toán","since":"2019-03-05","year":2019}]""", "\"Phòng Tin học\"", "\"https://noibo.example.invalid\"", "\"2026-01-15\"", "false"],
            await ValuesAsync(survey, "A01", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "B01"));
        Assert.Equal("Theo báo cáo năm", (await survey.AnswerAsync("A01"))!.Note);
        // Ten answers and a note, as from the page itself.
        Assert.Equal(audited + 11, await AuditedAsync());
        Assert.True((await survey.UploadAsync(portal, await survey.WorkbookAsync(portal))).HasHeading("Không có gì thay đổi"));
    }

    [Fact]
    public async Task Only_ticked_cells_are_stored_and_emptied_cells_take_the_answer_back()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", Everything);
        var page = await survey.UploadAsync(portal, (await survey.WorkbookAsync(portal)).Type(
            (SurveyWorkbooks.A, "E4", 121), (SurveyWorkbooks.A, "E5", null), (SurveyWorkbooks.A, "E10", "Không"), (SurveyWorkbooks.A, "E11", "Không"),
            (SurveyWorkbooks.A, "B15", null), (SurveyWorkbooks.A, "D15", null), (SurveyWorkbooks.A, "B16", null), (SurveyWorkbooks.A, "D16", null)));

        Assert.Equal(["A01", "A02", "A06", "A07"], page.Lines("Thay đổi").Select(l => l[0][..3]));
        Assert.Equal(("120 người", "121 người"), (page.Lines("Thay đổi")[0][1], page.Lines("Thay đổi")[0][2]));
        Assert.Equal("Chưa trả lời", page.Lines("Thay đổi")[1][2]);
        var none = (await page.Fill("Ghi câu A01", "").Fill("Ghi câu A02", "").Fill("Ghi câu A06", "").Fill("Ghi câu A07", "").PressAsync("Ghi các ô đã chọn")).Expect(422);
        Assert.Equal(["Chưa chọn ô nào để ghi. Đánh dấu các ô cần ghi rồi bấm lại."], none.Problems);

        await none.Fill("Ghi câu A02", "true").Fill("Ghi câu A06", "true").Fill("Ghi câu A07", "true").PressAsync("Ghi các ô đã chọn");

        Assert.Equal(["120", null, "[]", null], await ValuesAsync(survey, "A01", "A02", "A06", "A07"));
    }

    [Fact]
    public async Task Cells_that_cannot_be_taken_are_named_with_their_reason_and_the_others_are_taken()
    {
        var survey = await Survey.OpenAsync(portal);
        var book = (await survey.WorkbookAsync(portal)).Type(
            (SurveyWorkbooks.A, "E4", "một trăm"), (SurveyWorkbooks.A, "E5", 12.5), (SurveyWorkbooks.A, "E6", "1.234"), (SurveyWorkbooks.A, "E8", "Tự động"), (SurveyWorkbooks.A, "E10", "Không"),
            (SurveyWorkbooks.A, "B15", "Kế toán"), (SurveyWorkbooks.A, "D15", "năm nay"), (SurveyWorkbooks.A, "E25", "31/02/2026"), (SurveyWorkbooks.B, "E4", "Chưa rõ"), (SurveyWorkbooks.B, "E7", 3)).Edit(b =>
            {
                b.Worksheet(SurveyWorkbooks.A).Cell("E7").FormulaA1 = "IF(TRUE,\"Có\",\"\")";
                b.Worksheet(SurveyWorkbooks.A).Cell("F5").FormulaA1 = "1+1";
                b.Worksheet(SurveyWorkbooks.B).Cell("E6").SetValue(new DateTime(2026, 5, 1)).Style.DateFormat.Format = "dd-mmm";
            });

        var page = await survey.UploadAsync(portal, book);

        var wrong = page.Lines("Không hợp lệ").ToDictionary(l => l[0][..3] + (l[0].Contains("ghi chú", StringComparison.Ordinal) ? "n" : ""), l => l[3]);
        Assert.Equal(["A01", "A02", "A02n", "A03", "A04", "A06", "A07", "A10", "B01", "B03", "B04"], wrong.Keys);
        Assert.Contains("ô E4 Không đọc được số “một trăm”", wrong["A01"]);
        Assert.Contains("“12,5” không phải số nguyên", wrong["A02"]);
        Assert.Contains("ô F5 Ô có công thức", wrong["A02n"]);
        Assert.Contains("“1.234” có thể hiểu là 1.234 hoặc 1,234. Nhập 1234 hoặc 1,2340.", wrong["A03"]);
        Assert.Contains("trang “Phần A”, ô E7 Ô có công thức. Cổng không nhận công thức", wrong["A04"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ô E11 Có dòng ghi Không và có dòng để trống", wrong["A06"]);
        Assert.Contains("ô D15 Không đọc được số “năm nay”", wrong["A07"]);
        Assert.Contains("Không đọc được ngày “31/02/2026”", wrong["A10"]);
        Assert.Contains("Chọn Có hoặc Không.", wrong["B01"]);
        Assert.Contains("Ô đang là ngày tháng (01/05/2026), không phải số", wrong["B03"]);
        Assert.Contains("Câu B04 do cơ quan thẩm tra hoặc hệ thống điền.", wrong["B04"]);
        await page.PressAsync("Ghi các ô đã chọn");
        Assert.Equal(["\"a\"", null, null, null], await ValuesAsync(survey, "A05", "A01", "A03", "A04"));
    }

    [Theory]
    [InlineData("1234,5", "1234.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("9,99", "9.99")]
    [InlineData(1.234, "1.234")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1234567.25, "1234567.25")]
    public async Task Numbers_with_comma_or_point_are_read_right(object typed, string stored)
    {
        var survey = await Survey.OpenAsync(portal);
        await (await survey.UploadAsync(portal, (await survey.WorkbookAsync(portal)).Type((SurveyWorkbooks.A, "E6", typed)))).PressAsync("Ghi các ô đã chọn");
        Assert.Equal(stored, await survey.ValueAsync("A03"));
    }

    [Fact]
    public async Task The_task_list_leads_to_both_and_people_who_do_not_fill_only_download()
    {
        var survey = await Survey.OpenAsync(portal);
        var panel = PortalPage.TextOf((await survey.PageAsync()).Part("Phiếu dạng Excel"));
        Assert.Contains("Tải phiếu Excel", panel);
        Assert.Contains("Tệp phiếu đã điền (.xlsx) Xem trước", panel);
        Assert.DoesNotContain("Xem trước", PortalPage.TextOf((await survey.PageAsync(userName: "stc.thutruong")).Part("Phiếu dạng Excel")));
        Assert.NotEmpty(await survey.WorkbookAsync(portal, "stc.thutruong"));
        Assert.Equal(403, (await survey.UploadAsync(portal, [1], "stc.thutruong")).Status);
    }

    private static async Task<IReadOnlyList<string?>> ValuesAsync(Survey survey, params string[] codes)
    {
        var values = new List<string?>();
        foreach (var code in codes)
            values.Add(await survey.ValueAsync(code));
        return values;
    }

    private Task<int> AuditedAsync() => portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "answer.declare" || e.Action == "answer.note"));
}
