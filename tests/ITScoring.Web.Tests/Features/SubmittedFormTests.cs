using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>After the official submission nothing changes except what is returned.</summary>
public sealed class SubmittedFormTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private const string Declaration = "Tôi xác nhận số liệu và tài liệu trong phiếu là đúng và chịu trách nhiệm về nội dung phiếu.";

    [Theory]
    [InlineData(SubmissionState.Submitted)]
    [InlineData(SubmissionState.Verified)]
    public async Task Every_post_of_the_agency_is_refused_and_changes_nothing(SubmissionState state)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        if (state == SubmissionState.Verified)
            await survey.VerifyAsync("stc");
        var evidence = await portal.ReadAsync(db => db.Evidence.MaxAsync(e => e.Id));
        var before = await SnapshotAsync(survey);
        (string User, string Path, KeyValuePair<string, string>[] Fields)[] posts =
        [
            ("nhaplieu", "sections/A", [new("v-A01", "1"), new("o-A01", ""), new("A01", "99"), new("note-A01", "")]),
            ("daumoi", "sections/A", [new("v-A08", "0"), new("o-A08", ""), new("A08", "Mới"), new("note-A08", "")]),
            ("daumoi", "sections/B", [new("v-B01", "1"), new("o-B01", ""), new("B01", "false"), new("note-B01", "")]),
            ("daumoi", "questions/A02/evidence/citation", [new("number", "9"), new("date", "01/01/2026"), new("issuer", "x"), new("abstract", "x")]),
            ("daumoi", "questions/A02/evidence/link", [new("url", "https://example.invalid")]),
            ("daumoi", $"questions/A04/evidence/{evidence}/use", []),
            ("daumoi", $"questions/A02/evidence/{evidence}/remove", []),
            ("daumoi", "check/notes", [new("note-CB-01", "x")]),
            ("daumoi", "check/present", []),
            ("daumoi", "check/recall", []),
            ("thutruong", "sign-off", [new("declaration", "true")]),
            ("thutruong", "sign-off/send-back", [new("reason", "x")]),
        ];

        foreach (var (user, path, fields) in posts)
        {
            var page = await (await portal.BrowserOfAsync("stc." + user)).PostAsync(survey.Path(path), fields);
            Assert.True(page.Status == 409, $"{path} was answered {page}");
            Assert.True(page.Problems.Count > 0 || page.Text.Contains("khi phiếu ở trạng thái", StringComparison.Ordinal), $"{path} does not say why:\n{page}");
        }

        Assert.Equal(before, await SnapshotAsync(survey));
    }

    [Fact]
    public async Task On_a_returned_form_only_the_named_questions_are_open_and_say_why()
    {
        var survey = await ReturnedAsync("A03");

        var page = await survey.SectionAsync();

        Assert.Contains("Chỉ sửa được những câu được trả lại và những câu được hỏi tùy theo các câu đó; hạn bổ sung: hết ngày 27/10/2026.", page.Text);
        Assert.Contains("Lý do trả lạiKiểm tra lại A03.", page.CardText("A03"));
        Assert.False(page.IsDisabled("A03"));
        foreach (var locked in new[] { "A01", "A02", "A04", "A05", "A06", "A07[0].name", "A08", "A09", "A10" })
            Assert.True(page.IsDisabled(locked), $"{locked} can be changed.");
        Assert.False((await survey.SectionAsync("B")).HasButton("Lưu"));

        var refused = (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path("sections/A"), [new("v-A01", "1"), new("o-A01", ""), new("A01", "99"), new("v-A03", "1"), new("o-A03", ""), new("A03", "250")])).Expect(409);
        Assert.Contains("Câu A01 không nằm trong các mục được trả lại nên không sửa được.", refused.Text);
        Assert.Equal(("99", "250"), (refused.ValueOf("A01"), refused.ValueOf("A03")));
        Assert.Equal(("120", "240.5"), (await survey.ValueAsync("A01"), await survey.ValueAsync("A03")));
    }

    [Fact]
    public async Task A_returned_question_opens_those_that_are_asked_because_of_it()
    {
        var survey = await ReturnedAsync("A05");

        var page = await survey.SectionAsync();
        Assert.False(page.IsDisabled("A05"));
        Assert.False(page.IsDisabled("A06"));
        Assert.True(page.IsDisabled("A04"));

        // With another answer the other question is no longer asked; its answer has to go, or the form comes to a dead end.
        page = await page.Fill("A05", "Thủ công").PressAsync("Lưu");
        Assert.Contains("không phải trả lời, vì chỉ hỏi khi", page.CardText("A06"));
        await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path("sections/A"), [new("v-A06", "1"), new("o-A06", ""), new("A06", "")]);
        Assert.Equal(("\"b\"", null), (await survey.ValueAsync("A05"), await survey.ValueAsync("A06")));
        await survey.PresentAsync();
        await survey.SignAsync();
        Assert.Equal((SubmissionState.Submitted, 2), ((await survey.FormAsync()).State, (await survey.FormAsync()).Revision));
    }

    [Fact]
    public async Task A_mended_form_goes_the_same_way_again_and_leaves_a_second_receipt_beside_the_first()
    {
        var survey = await ReturnedAsync("A03");
        var first = Assert.Single((await survey.FormAsync()).Receipts);
        // Also after the deadline: lateness was fixed with the first submission.
        portal.Clock.Set(2026, 12, 30);

        await (await survey.SectionAsync()).Fill("A03", "250").Fill("Ghi chú câu A03", "Theo hợp đồng mới").PressAsync("Lưu");
        await (await survey.PageAsync("check")).PressAsync("Trình thủ trưởng ký nộp");
        var head = await survey.PageAsync("sign-off", "stc.thutruong");
        Assert.Equal(
            [["A03. Băng thông Internet", "240,5 Mbps", "250 Mbps"], ["A03. Băng thông Internet: ghi chú", "Không có", "Theo hợp đồng mới"]],
            head.Table("main section[aria-labelledby=doi] table"));
        var receipt = await head.Fill(Declaration, "true").PressAsync("Ký nộp phiếu");

        Assert.Contains("250 Mbps", receipt.Text);
        var form = await survey.FormAsync();
        Assert.Equal((SubmissionState.Submitted, 2, "a", 2), (form.State, form.Revision, form.TimelinessCode, form.Receipts.Count));
        Assert.NotEqual(first.Sha256, form.Receipts.Single(r => r.Revision == 2).Sha256);
        var earlier = await receipt.FollowAsync("lần 1");
        Assert.Contains("240,5 Mbps", earlier.Text);
        Assert.Contains(first.Sha256, earlier.Text);
        Assert.DoesNotContain("250 Mbps", earlier.Text);
        // Locked again, the returned question too.
        Assert.True((await survey.SectionAsync()).IsDisabled("A03"));
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task Recalled_or_sent_back_a_returned_form_is_returned_again_with_only_its_questions_open()
    {
        var survey = await ReturnedAsync("A03");
        await survey.PresentAsync();
        await (await survey.PageAsync("check")).PressAsync("Rút lại phiếu");
        Assert.Equal(SubmissionState.Returned, (await survey.FormAsync()).State);
        await survey.PresentAsync();
        await (await survey.PageAsync("sign-off", "stc.thutruong")).Fill("Lý do chuyển lại", "Bổ sung hợp đồng.").PressAsync("Chuyển lại");

        Assert.Equal(SubmissionState.Returned, (await survey.FormAsync()).State);
        var page = await survey.SectionAsync();
        Assert.False(page.IsDisabled("A03"));
        Assert.True(page.IsDisabled("A01"));
    }

    private async Task<Survey> ReturnedAsync(params string[] questions)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.ReturnAsync("stc", questions);
        return survey;
    }

    /// <summary>Everything that belongs to the form, as text.</summary>
    private Task<string> SnapshotAsync(Survey survey) => portal.ReadAsync(async db =>
    {
        var form = await survey.FormAsync();
        var period = await db.Periods.SingleAsync(p => p.Code == survey.Code);
        var answers = await db.Answers.Where(a => a.SubmissionId == form.Id).OrderBy(a => a.Id).Select(a => $"{a.QuestionCode} {a.DeclaredJson} {a.Note} {a.Version}").ToListAsync();
        var evidence = await db.Evidence.Include(e => e.Uses).Where(e => e.SubmissionId == form.Id).OrderBy(e => e.Id).ToListAsync();
        var (notes, audit) = (await db.CheckNotes.CountAsync(n => n.SubmissionId == form.Id), await db.AuditEntries.CountAsync(e => e.PeriodId == period.Id));
        return $"{form.State} {form.StateVersion} {form.Revision} {form.Receipts.Count} {form.Moves.Count}; {string.Join(" | ", answers)}; "
            + $"{string.Join(" | ", evidence.Select(e => $"{e.Id} {e.RemovedAt} {string.Join(',', e.Uses.Select(u => u.QuestionCode))}"))}; {notes} {audit}";
    });
}
