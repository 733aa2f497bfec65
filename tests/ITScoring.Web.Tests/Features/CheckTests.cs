using AngleSharp.Dom;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Kiểm tra và trình: what blocks, what needs a word, and the way to the head and back.</summary>
public sealed class CheckTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private const string Grown = "Số cán bộ (A01) thay đổi trên 20% so với kỳ trước; đề nghị giải trình. Số liệu đang có: A01 = 121; A01 kỳ trước = 100.";
    private const string Broad = "Băng thông (A03) trên 1000 Mbps; đề nghị kiểm tra đơn vị tính. Số liệu đang có: A03 = 1.500.";

    [Fact]
    public async Task An_empty_form_names_every_question_that_is_missing_and_cannot_be_presented()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await survey.PageAsync("check");
        Assert.Equal("7", Figure(page, "Phải sửa"));
        Assert.Contains("Chưa trả lời: 7 câu", page.Text);
        var links = page.Part("Phải sửa trước khi trình").QuerySelectorAll("a").ToList();
        Assert.Equal(["A01", "A02", "A03", "A04", "A05", "A07", "B01"], links.Select(l => PortalPage.TextOf(l)[..3]));
        Assert.Equal((survey.Path("sections/B") + "#b01", "B01. Cơ quan có trang thông tin điện tử không?"), (links[^1].GetAttribute("href"), PortalPage.TextOf(links[^1])));

        var refused = (await page.PressAsync("Trình thủ trưởng ký nộp")).Expect(422);
        Assert.Equal(["Còn 7 lỗi phải sửa."], refused.Problems);
        Assert.Equal(SubmissionState.Drafting, (await survey.FormAsync()).State);
    }

    [Fact]
    public async Task A_mistake_is_said_in_full_and_leads_to_its_question()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.AnswerAsync("stc.daumoi", ("A02", "121"), ("B03", "0"));

        var part = (await survey.PageAsync("check")).Part("Phải sửa trước khi trình");

        Assert.Contains("Số liệu chưa đúng: 2 mục", PortalPage.TextOf(part));
        Assert.Equal(
            ["Câu A02 “Số máy tính”: giá trị 121 lớn hơn mức cao nhất 120 = A01 (A01 = 120); hãy kiểm tra và sửa lại. Sửa câu A02", "Có trang thông tin điện tử (B01) thì phải có bài đăng (B03). Số liệu đang có: B01 = Có; B03 = 0. Sửa câu B01"],
            part.QuerySelectorAll("li").Select(PortalPage.TextOf));
        Assert.Equal(survey.Path("sections/A") + "#a02", part.QuerySelector("li a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Missing_evidence_blocks_and_its_cost_is_said()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", Survey.Complete);

        var page = await survey.PageAsync("check");

        // A02 feeds I.1 (30 points), A04 feeds I.3 (10 points).
        Assert.Equal(("2", "0", "40,00", "83,00"), (Figure(page, "Phải sửa"), Figure(page, "Cảnh báo"), Figure(page, "Điểm đang thiếu tài liệu"), Figure(page, "Điểm tự chấm tạm tính")));
        await survey.ProveAsync("stc.daumoi", "A02");
        page = await survey.PageAsync("check");
        Assert.Equal(("1", "10,00"), (Figure(page, "Phải sửa"), Figure(page, "Điểm đang thiếu tài liệu")));
        Assert.Equal(["Còn 1 lỗi phải sửa."], (await page.PressAsync("Trình thủ trưởng ký nộp")).Expect(422).Problems);
    }

    [Fact]
    public async Task The_whole_form_stands_there_as_people_read_it()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.AnswerAsync("stc.daumoi", ("A01", "1200"), ("A10", "\"2026-03-05\""), ("B01", "false"));

        var page = await survey.PageAsync("check");

        var rows = page.All("main table").SelectMany(t => t.QuerySelectorAll("tbody tr")).Select(r => r.Children.Select(PortalPage.TextOf).ToList()).ToDictionary(r => r[0], r => r[2]);
        Assert.Equal(15, rows.Count);
        Assert.Equal(
            ("1.200 người", "240,5 Mbps", "Có", "Tự động", "Văn bản; Thư điện tử", "05/03/2026"),
            (rows["A01"], rows["A03"], rows["A04"], rows["A05"], rows["A06"], rows["A10"]));
        Assert.Contains("Kế toán", rows["A07"]);
        Assert.Equal(("Chưa trả lời", "Sở TTTT điền khi thẩm tra", "Đúng hạn"), (rows["A08"], rows["B04"], rows["B05"]));
        // An answer that is not asked for any more is to be taken back.
        Assert.StartsWith("Phải sửa", rows["B02"]);
        Assert.Equal(survey.Path("sections/A"), (await page.FollowAsync("Sửa câu A07")).Path);
    }

    [Fact]
    public async Task Warnings_need_a_note_each_and_notes_are_kept_while_something_else_blocks()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "100"));
        await survey.AnswerAsync("stc.daumoi", [.. Survey.Complete, ("A01", "121"), ("A03", "1500")]);
        var page = await survey.PageAsync("check");
        Assert.Equal(("2", "2"), (Figure(page, "Phải sửa"), Figure(page, "Cảnh báo")));

        page = (await page.Fill(Grown, "Nhận thêm đơn vị.").PressAsync("Trình thủ trưởng ký nộp")).Expect(422);
        Assert.Equal(["Còn 2 lỗi phải sửa.", "Còn 1 cảnh báo chưa có ghi chú."], page.Problems);
        Assert.Equal("Nhận thêm đơn vị.", page.ValueOf(Grown));
        Assert.Equal("Nhận thêm đơn vị.", (await survey.PageAsync("check")).ValueOf(Grown));

        await survey.ProveAsync("stc.daumoi", "A02", "A04");
        page = (await (await survey.PageAsync("check")).PressAsync("Trình thủ trưởng ký nộp")).Expect(422);
        Assert.Equal(["Còn 1 cảnh báo chưa có ghi chú."], page.Problems);
        page = await page.Fill(Broad, "Đường truyền mới.").PressAsync("Trình thủ trưởng ký nộp");

        Assert.Equal((survey.Path(), "Đã trình thủ trưởng. Phiếu tạm khóa cho đến khi thủ trưởng ký nộp hoặc chuyển lại."), (page.Path, page.Notice));
        Assert.Equal([("CB-01", "Nhận thêm đơn vị."), ("CB-02", "Đường truyền mới.")], await NotesAsync(survey));
        // The head reads them beside the warnings.
        var head = await survey.PageAsync("sign-off", "stc.thutruong");
        Assert.Contains($"{Grown} Nhận thêm đơn vị.", head.Text);
    }

    [Fact]
    public async Task Notes_are_saved_without_presenting_also_by_a_contributor_and_can_be_rewritten()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A03", "1500"));

        var page = await (await survey.PageAsync("check", "stc.nhaplieu")).Fill(Broad, "Đường truyền\nmới <b>").PressAsync("Lưu ghi chú");
        Assert.Equal((survey.Path("check"), "Đã lưu ghi chú."), (page.Path, page.Notice));
        Assert.Equal("Đường truyền\nmới <b>", page.ValueOf(Broad));
        await (await survey.PageAsync("check")).Fill(Broad, "Đường truyền dự phòng").PressAsync("Lưu ghi chú");

        Assert.Equal([("CB-02", "Đường truyền dự phòng")], await NotesAsync(survey));
        var audit = await portal.ReadAsync(async db =>
        {
            var period = await db.Periods.SingleAsync(p => p.Code == survey.Code);
            return (await db.AuditEntries.Where(e => e.PeriodId == period.Id && e.Action == "finding.note").OrderBy(e => e.Id).ToListAsync()).Select(e => (e.Subject, e.From, e.To)).ToList();
        });
        Assert.Equal([("CB-02", (string?)null, "Đường truyền\nmới <b>"), ("CB-02", "Đường truyền\nmới <b>", "Đường truyền dự phòng")], audit);
    }

    [Fact]
    public async Task A_note_too_long_is_said_at_its_field_and_kept_there_and_the_others_are_saved()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "100"));
        await survey.CompleteAsync();
        await survey.AnswerAsync("stc.daumoi", ("A01", "121"), ("A03", "1500"));
        var text = new string('đ', 2001);

        foreach (var button in new[] { "Trình thủ trưởng ký nộp", "Lưu ghi chú" })
        {
            var page = (await (await survey.PageAsync("check")).Fill(Grown, text).Fill(Broad, "Đường truyền mới.").PressAsync(button)).Expect(422);

            Assert.Equal("Ghi chú dài 2.001 ký tự, quá 2.000 ký tự. Rút gọn rồi lưu lại.", page.ProblemAt(Grown));
            Assert.Equal((text, "Đường truyền mới."), (page.ValueOf(Grown), page.ValueOf(Broad)));
            Assert.Equal([("CB-02", "Đường truyền mới.")], await NotesAsync(survey));
            Assert.Equal(SubmissionState.Drafting, (await survey.FormAsync()).State);
        }
    }

    [Fact]
    public async Task A_note_on_nothing_is_not_stored()
    {
        var survey = await Survey.OpenAsync(portal);
        (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path("check/notes"), [new("note-CB-99", "x"), new("note-CB-01", "x"), new("note-", "x")])).Expect(200);
        Assert.Empty(await NotesAsync(survey));
    }

    [Fact]
    public async Task Presenting_and_recalling_leave_moves_and_audit_rows()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();

        await (await survey.PageAsync("check")).PressAsync("Trình thủ trưởng ký nộp");
        var waiting = await survey.PageAsync("check");
        Assert.Contains("trình lúc 09:00 ngày 20/10/2026", waiting.Text);
        Assert.False(waiting.HasButton("Trình thủ trưởng ký nộp"));
        var recalled = await waiting.PressAsync("Rút lại phiếu");

        Assert.Equal("Đã rút lại phiếu. Có thể sửa tiếp.", recalled.Notice);
        Assert.Equal("Đã lưu 1 câu trả lời.", (await (await survey.SectionAsync()).Fill("A08", "Phòng Tin học").PressAsync("Lưu")).Notice);
        Assert.Equal(
            [(SubmissionState.Drafting, SubmissionState.AwaitingSignOff), (SubmissionState.AwaitingSignOff, SubmissionState.Drafting)],
            (await survey.FormAsync()).Moves.OrderBy(m => m.Id).Select(m => (m.From, m.To)));
        var acts = await portal.ReadAsync(async db =>
        {
            var period = await db.Periods.SingleAsync(p => p.Code == survey.Code);
            return await db.AuditEntries.Where(e => e.PeriodId == period.Id && e.Action.StartsWith("submission.")).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync();
        });
        Assert.Equal(["submission.present", "submission.recall"], acts);
    }

    [Fact]
    public async Task Pressing_twice_says_where_the_form_is_and_moves_it_once()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var page = await survey.PageAsync("check");
        await page.PressAsync("Trình thủ trưởng ký nộp");

        var again = (await page.PressAsync("Trình thủ trưởng ký nộp")).Expect(409);
        Assert.Equal(["Không thể trình thủ trưởng khi phiếu ở trạng thái “Chờ thủ trưởng duyệt”."], again.Problems);
        await again.PressAsync("Rút lại phiếu");
        Assert.Equal(["Không thể rút lại phiếu đã trình khi phiếu ở trạng thái “Đang kê khai”."], (await again.PressAsync("Rút lại phiếu")).Expect(409).Problems);

        Assert.Equal(2, (await survey.FormAsync()).Moves.Count);
    }

    [Fact]
    public async Task A_contributor_checks_and_cannot_present_or_recall()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var page = await survey.PageAsync("check", "stc.nhaplieu");
        Assert.False(page.HasButton("Trình thủ trưởng ký nộp"));
        var browser = await portal.BrowserOfAsync("stc.nhaplieu");

        (await browser.PostAsync(survey.Path("check/present"))).Expect(403);
        await survey.PresentAsync();
        Assert.False((await survey.PageAsync("check", "stc.nhaplieu")).HasButton("Rút lại phiếu"));
        (await browser.PostAsync(survey.Path("check/recall"))).Expect(403);

        Assert.Equal(SubmissionState.AwaitingSignOff, (await survey.FormAsync()).State);
    }

    private static string Figure(PortalPage page, string name)
    {
        var term = page.All("main dt").Single(d => PortalPage.TextOf(d) == name);
        var said = PortalPage.TextOf(term.NextElementSibling!.FirstElementChild);
        return said;
    }

    private Task<List<(string Code, string Text)>> NotesAsync(Survey survey) => portal.ReadAsync(async db =>
    {
        var id = (await survey.FormAsync()).Id;
        return (await db.CheckNotes.Where(n => n.SubmissionId == id).OrderBy(n => n.FindingCode).ToListAsync()).Select(n => (n.FindingCode, n.Text)).ToList();
    });
}
