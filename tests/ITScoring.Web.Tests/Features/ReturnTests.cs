using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Trả lại, yêu cầu bổ sung, at Sở Tài chính on 20 October 2026.</summary>
public sealed class ReturnTests : IAsyncLifetime
{
    private const string Form = "/reviews/2026/stc";

    private StagePortal _portal = null!;

    public async Task InitializeAsync() => _portal = await StagePortal.AtAsync(PeriodState.Open);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Named_questions_go_back_after_a_preview_with_a_reason_each_and_one_deadline()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await (await browser.GetAsync(Form)).FollowAsync("Trả lại để bổ sung");
        Assert.Contains("Cơ quan trả lời: 63", page.Text);
        page.Fill("questions", "N05", "H10").Fill("Lý do trả lại N05", "Chưa có danh sách chứng chỉ.").Fill("Lý do trả lại H10", "Chưa thấy hợp đồng mua tường lửa.").Fill("Hạn bổ sung, dùng chung cho các mục", "30/10/2026");

        var preview = (await page.PressAsync("Xem thông báo trước khi gửi")).Expect(200);

        var letter = PortalPage.TextOf(preview.Under("Thông báo sẽ gửi"));
        Assert.Contains("Kính gửi: Sở Tài chính", letter);
        Assert.Contains("bổ sung 2 mục của Phiếu khảo sát (Đánh giá mức độ ứng dụng CNTT năm 2026), hạn hết ngày 30/10/2026:", letter);
        // In the order of the form.
        Assert.Matches("H10: Chưa thấy hợp đồng mua tường lửa\\. ?N05: Chưa có danh sách chứng chỉ\\.", letter);
        Assert.Equal(SubmissionState.Submitted, (await StoredAsync()).State);

        var sent = await preview.PressAsync("Trả lại 2 mục");

        Assert.Equal("Đã trả lại 2 câu cho Sở Tài chính, hạn bổ sung hết ngày 30/10/2026.", sent.Notice);
        Assert.Contains("H10: Chưa thấy hợp đồng mua tường lửa.", PortalPage.TextOf(sent.Under("Đang chờ cơ quan bổ sung, hạn hết ngày 30/10/2026")));
        var stored = await StoredAsync();
        Assert.Equal((SubmissionState.Returned, "hết ngày 30/10/2026"), (stored.State, stored.OpenReturn!.DeadlineWording));
        Assert.Equal(new DateTime(2026, 10, 30, 16, 59, 59, DateTimeKind.Utc), stored.OpenReturn.DeadlineUtc);
        Assert.Equal([("H10", "Chưa thấy hợp đồng mua tường lửa."), ("N05", "Chưa có danh sách chứng chỉ.")], stored.OpenReturn.Items.Select(i => (i.QuestionCode, i.Reason)).Order());
        Assert.Equal(["answer.return H10", "answer.return N05", "submission.return STC"], await _portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action.EndsWith(".return")).OrderBy(e => e.Id).Select(e => e.Action + " " + e.Subject).ToListAsync()));
        // Nobody judges while the agency works on it.
        Assert.Equal(409, (await browser.PostAsync(Form + "/criteria/VI.4/agree")).Status);
        Assert.Equal(404, (await browser.GetAsync(Form + "/return")).Status);
    }

    [Fact]
    public async Task What_comes_back_is_compared_question_by_question_and_its_verdicts_are_looked_at_again()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        foreach (var code in new[] { "VI.4", "I.6", "II.8" })
            await (await browser.GetAsync($"{Form}/criteria/{code}")).PressAsync("Đồng ý với số liệu hiện có");
        await ReturnAsync(browser, "N05", "H10");
        _portal.Clock.Set(2026, 10, 22);

        // The agency changes one value, adds a document to the other question, and a third value changes that nobody asked for: past the site, which refuses it.
        using var editor = await _portal.SignedInAsync("stc.daumoi");
        await (await editor.GetAsync("/submissions/2026/stc/sections/N")).Fill("N05", "62").PressAsync("Lưu, về danh sách");
        await (await editor.GetAsync("/submissions/2026/stc/questions/H10/evidence")).Fill("Số, ký hiệu", "12/HĐ-STC").Fill("Ngày ban hành", "05/01/2026").Fill("Cơ quan ban hành", "Sở Tài chính").Fill("Trích yếu", "Hợp đồng mua tường lửa").PressAsync("Thêm văn bản");
        await _portal.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Answers SET DeclaredJson = '9' WHERE QuestionCode = 'T03' AND SubmissionId = (SELECT s.Id FROM Submissions s JOIN Agencies a ON a.Id = s.AgencyId WHERE a.Code = 'STC')"));
        await HandInAsync(editor);

        await browser.SignInAsync("thamtra1");
        var page = await browser.GetAsync(Form);
        var rows = page.TableUnder("Cơ quan đã thay đổi sau khi được trả lại");
        Assert.Equal(["T03", "H10", "N05"], rows.Select(r => r[0].Split(". ")[0]));
        Assert.StartsWith("8", rows[0][1]);
        Assert.Equal(("9", "Không yêu cầu"), (rows[0][2].Split(' ')[0], rows[0][3]));
        Assert.Contains("12/HĐ-STC", rows[1][2]);
        Assert.DoesNotContain("12/HĐ-STC", rows[1][1]);
        Assert.StartsWith("Có ", rows[1][3]);
        Assert.StartsWith("63", rows[2][1]);
        Assert.Equal(("62", "Có"), (rows[2][2].Split(' ')[0], rows[2][3].Split(' ')[0]));

        var verdicts = await _portal.ReadAsync(db => db.CriterionVerdicts.ToDictionaryAsync(v => v.CriterionCode));
        Assert.Equal((VerdictKind.NeedsReview, VerdictKind.NeedsReview, VerdictKind.Agreed), (verdicts["VI.4"].Kind, verdicts["I.6"].Kind, verdicts["II.8"].Kind));
        Assert.Equal("Cơ quan đã bổ sung câu được trả lại.", verdicts["VI.4"].ReviewAgainBecause);
        Assert.Contains("Đã bổ sung", (await browser.GetAsync("/reviews")).Table().Single(r => r[0] == "Sở Tài chính")[1]);
        // Lateness stays that of the first time.
        Assert.Equal(("a", 2), ((await StoredAsync()).TimelinessCode, (await StoredAsync()).Revision));
    }

    [Fact]
    public async Task Everything_that_is_missing_is_said_where_it_is_missing_and_what_was_typed_stays()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await browser.GetAsync(Form + "/return");

        var empty = (await page.PressAsync("Xem thông báo trước khi gửi")).Expect(422);
        Assert.Equal(["Chọn ít nhất một câu hỏi để trả lại.", "Nhập hạn bổ sung."], empty.Problems.Order());
        Assert.EndsWith("Nhập hạn bổ sung.", empty.ProblemAt("Hạn bổ sung, dùng chung cho các mục"));

        page.Fill("questions", "N05", "H10").Fill("Lý do trả lại N05", "Chưa có danh sách.").Fill("Hạn bổ sung, dùng chung cho các mục", "31/02/2027");
        var wrong = (await page.PressAsync("Xem thông báo trước khi gửi")).Expect(422);
        Assert.Equal("Nhập lý do trả lại câu H10.", wrong.ProblemAt("Lý do trả lại H10"));
        Assert.Contains("31/02/2027", wrong.ProblemAt("Hạn bổ sung, dùng chung cho các mục"));
        Assert.Equal(("H10,N05", "Chưa có danh sách.", "31/02/2027"), (wrong.ValueOf("questions"), wrong.ValueOf("Lý do trả lại N05"), wrong.ValueOf("Hạn bổ sung, dùng chung cho các mục")));
        var long_ = (await wrong.Fill("Lý do trả lại H10", new string('x', 2001)).Fill("Hạn bổ sung, dùng chung cho các mục", "30/10/2026").PressAsync("Xem thông báo trước khi gửi")).Expect(422);
        Assert.Contains("quá 2000 ký tự", long_.ProblemAt("Lý do trả lại H10"));
        Assert.Equal(SubmissionState.Submitted, (await StoredAsync()).State);
        Assert.Equal(0, await _portal.ReadAsync(db => db.Returns.CountAsync()));
    }

    [Fact]
    public async Task A_deadline_that_is_past_is_refused_today_is_not()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var yesterday = await SendAsync(browser, "19/10/2026", "N05");
        Assert.Equal(422, yesterday.Status);
        Assert.EndsWith("Hạn bổ sung phải từ hôm nay trở đi.", yesterday.ProblemAt("Hạn bổ sung, dùng chung cho các mục"));
        Assert.Equal("Trả lại vì x", yesterday.ValueOf("Lý do trả lại N05"));

        Assert.Equal(Form, (await SendAsync(browser, "20/10/2026", "N05")).Path);
    }

    [Theory]
    [InlineData("W15")]
    [InlineData("C06")]
    [InlineData("Z99")]
    [InlineData("N05;W15")]
    public async Task Questions_that_the_agency_does_not_answer_cannot_be_returned(string codes)
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = (await SendAsync(browser, "30/10/2026", codes.Split(';'))).Expect(422);
        Assert.Contains($"Câu {codes.Split(';')[^1]} không phải câu do cơ quan trả lời.", page.Problems);
        Assert.Equal(SubmissionState.Submitted, (await StoredAsync()).State);
    }

    [Fact]
    public async Task From_a_criterion_its_questions_are_ticked_already()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await (await browser.GetAsync(Form + "/criteria/VI.4")).FollowAsync("Trả lại để bổ sung");
        Assert.Equal("T02,N05", page.ValueOf("questions"));
    }

    private static async Task ReturnAsync(PortalClient browser, params string[] codes) => Assert.Equal(Form, (await SendAsync(browser, "30/10/2026", codes)).Path);

    private static Task<PortalPage> SendAsync(PortalClient browser, string deadline, params string[] codes) =>
        browser.PostAsync(Form + "/return", [.. codes.SelectMany(c => new KeyValuePair<string, string>[] { new("questions", c), new("reason-" + c, "Trả lại vì x") }), new("deadline", deadline), new("step", "send")]);

    private async Task HandInAsync(PortalClient editor)
    {
        await (await editor.GetAsync("/submissions/2026/stc/check")).PressAsync("Trình thủ trưởng ký nộp");
        using var head = await _portal.SignedInAsync("stc.thutruong");
        var page = await (await head.GetAsync("/submissions/2026/stc/sign-off")).Fill("declaration", "true").PressAsync("Ký nộp phiếu");
        Assert.Equal("/submissions/2026/stc/receipt", page.Path);
    }

    private Task<Submission> StoredAsync() => _portal.ReadAsync(db => db.Submissions.AsNoTracking().Include(s => s.Returns).ThenInclude(r => r.Items).SingleAsync(s => db.Agencies.Any(a => a.Id == s.AgencyId && a.Code == "STC")));
}
