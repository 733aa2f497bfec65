using ITScoring.Domain.Auditing;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>
/// One criterion under review, at Sở Tài chính: 69 people (T02), 63 of them with the standard skill (N05), 69 computers (H01), 62 users (U02).
/// VI.4 is N05/T02 of 25 points: 22,83; with 60 it is 21,74.
/// </summary>
public sealed class CriterionTests : IAsyncLifetime
{
    private const string Path = "/reviews/2026/stc/criteria/";

    private StagePortal _portal = null!;

    public async Task InitializeAsync() => _portal = await StagePortal.AtAsync(PeriodState.Open);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task The_page_shows_rule_answers_evidence_points_and_the_way_on()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await browser.GetAsync(Path + "VI.4");

        Assert.StartsWith("VI.4. ", page.Heading);
        Assert.Contains("57/60", page.Text);
        var facts = page.All("main dl > div").ToDictionary(d => PortalPage.TextOf(d.QuerySelector("dt")), d => PortalPage.TextOf(d.QuerySelector("dd")));
        Assert.Equal(("25", "22,83", "22,83", "0,00"), (facts["Tối đa"], facts["Tự chấm"], facts["Thẩm tra"], facts["Chênh"]));
        Assert.Contains("63", PortalPage.TextOf(page.Under("Cơ quan kê khai")));
        Assert.Contains("/BC-STC", PortalPage.TextOf(page.Under("Cơ quan kê khai")));
        Assert.Equal(("63", "69", ""), (page.ValueOf("N05, giá trị thẩm tra"), page.ValueOf("T02, giá trị thẩm tra"), page.ValueOf("Lý do điều chỉnh")));
        Assert.Contains("Dùng chung với tiêu chí I.1, I.3, II.2, II.5, VI.5, VI.7", page.Text);
        Assert.Equal("Kê khai: Chưa trả lời → 63 người", page.TableUnder("Lịch sử giá trị").Single(r => r[1] == "N05")[2]);
        Assert.StartsWith("VI.5. ", (await page.FollowAsync("VI.5 J")).Heading);
        Assert.StartsWith("VI.3. ", (await page.FollowAsync("VI.3 K")).Heading);
    }

    [Fact]
    public async Task Agreeing_leads_to_the_next_criterion_and_leaves_a_verdict_and_a_row()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");

        var next = await (await browser.GetAsync(Path + "VI.4")).PressAsync("Đồng ý với số liệu hiện có");

        Assert.Equal(("Đã đồng ý tiêu chí VI.4.", Path + "VI.5"), (next.Notice, next.Path));
        var verdict = await VerdictAsync("VI.4");
        Assert.Equal((VerdictKind.Agreed, null), (verdict!.Kind, verdict.Reason));
        var row = Assert.Single(await AuditAsync());
        Assert.Equal(("verdict.agree", "VI.4", null, "Agreed"), (row.Action, row.Subject, row.From, row.To));
        Assert.Contains("Đồng ý", PortalPage.TextOf((await browser.GetAsync(Path + "VI.4")).Under("Kết luận thẩm tra")));
    }

    [Fact]
    public async Task The_last_criterion_leads_to_the_first_that_is_left_and_when_none_is_to_the_form()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        Assert.Equal(Path + "I.1", (await (await browser.GetAsync(Path + "VI.7")).PressAsync("Đồng ý với số liệu hiện có")).Path);
        var form = await browser.GetAsync("/reviews/2026/stc");
        await form.Fill("criteria", [.. form.All("input[name=criteria]").Select(b => b.GetAttribute("value")!).Where(c => c != "II.2")]).PressAsync("Đồng ý các mục đã chọn");
        await (await browser.GetAsync(Path + "III.12")).Fill("W15, giá trị thẩm tra (Sở TTTT điền)", "7").PressAsync("Lưu điều chỉnh");
        await (await browser.GetAsync(Path + "IV.9")).Fill("D14, giá trị thẩm tra (Sở TTTT điền)", "118").Fill("D13, giá trị thẩm tra (Sở TTTT điền)", "4,61").PressAsync("Lưu điều chỉnh");
        await (await browser.GetAsync(Path + "VI.6")).Fill("N07, giá trị thẩm tra (Sở TTTT điền)", "7").Fill("N08, giá trị thẩm tra (Sở TTTT điền)", "7").PressAsync("Lưu điều chỉnh");

        Assert.Equal("/reviews/2026/stc", (await (await browser.GetAsync(Path + "II.2")).PressAsync("Đồng ý với số liệu hiện có")).Path);
    }

    [Fact]
    public async Task An_adjusted_value_is_verified_with_its_reason_and_moves_the_points()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");

        var next = await Typed(await browser.GetAsync(Path + "VI.4"), "60", "Ba người chưa có chứng chỉ.").PressAsync("Lưu điều chỉnh");

        Assert.Equal(("Đã lưu kết luận tiêu chí VI.4.", Path + "VI.5"), (next.Notice, next.Path));
        var answer = await AnswerAsync("N05");
        Assert.Equal(("63", "60", "Ba người chưa có chứng chỉ."), (answer!.DeclaredJson, answer.ValueAt(AnswerStage.Verified), answer.VerifiedReason));
        var verdict = await VerdictAsync("VI.4");
        Assert.Equal((VerdictKind.Adjusted, "Ba người chưa có chứng chỉ."), (verdict!.Kind, verdict.Reason));
        Assert.Equal([("answer.verify", "N05", "63", "60"), ("verdict.adjust", "VI.4", null, "Adjusted")], (await AuditAsync()).Select(a => (a.Action, a.Subject, a.From, a.To)));
        var page = await browser.GetAsync(Path + "VI.4");
        Assert.Contains("−1,09", page.Text);
        Assert.Equal(("Thẩm tra: 63 người → 60 người", "Ba người chưa có chứng chỉ."), (page.TableUnder("Lịch sử giá trị")[0][2], page.TableUnder("Lịch sử giá trị")[0][4]));
        Assert.Equal("Ba người chưa có chứng chỉ.", page.ValueOf("Lý do điều chỉnh"));
    }

    [Fact]
    public async Task Going_back_to_the_declared_value_needs_no_reason_and_ends_in_agreement()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        await Typed(await browser.GetAsync(Path + "VI.4"), "60", "Ba người chưa có chứng chỉ.").PressAsync("Lưu điều chỉnh");

        await Typed(await browser.GetAsync(Path + "VI.4"), "63", "").PressAsync("Lưu điều chỉnh");

        var answer = await AnswerAsync("N05");
        Assert.Equal((false, null, "63"), (answer!.HasVerified, answer.VerifiedReason, answer.ValueAt(AnswerStage.Verified)));
        Assert.Equal(VerdictKind.Agreed, (await VerdictAsync("VI.4"))!.Kind);
        Assert.Equal(["60", "63"], await ChangesAsync("N05"));
    }

    [Theory]
    [InlineData("60", "", "Lý do điều chỉnh", "Nhập lý do điều chỉnh (N05): cơ quan sẽ đọc lý do này ở kết quả sơ bộ.")]
    [InlineData("sáu mươi", "Ba người.", "N05, giá trị thẩm tra", "sáu mươi")]
    [InlineData("-1", "Ba người.", "N05, giá trị thẩm tra", "-1")]
    [InlineData("70", "Ba người.", "N05, giá trị thẩm tra", "giá trị 70 lớn hơn mức cao nhất 69")]
    [InlineData("60,5", "Ba người.", "N05, giá trị thẩm tra", "60,5")]
    public async Task What_cannot_be_stored_is_said_at_its_field_and_stays_in_it(string value, string reason, string field, string problem)
    {
        using var browser = await _portal.SignedInAsync("thamtra1");

        var page = (await Typed(await browser.GetAsync(Path + "VI.4"), value, reason).PressAsync("Lưu điều chỉnh")).Expect(422);

        Assert.Contains(problem.Replace('-', '−'), page.ProblemAt(field).Replace('-', '−'));
        Assert.Single(page.Problems);
        Assert.Equal((value, reason), (page.ValueOf("N05, giá trị thẩm tra"), page.ValueOf("Lý do điều chỉnh")));
        Assert.False((await AnswerAsync("N05"))!.HasVerified);
        Assert.Null(await VerdictAsync("VI.4"));
        Assert.Empty(await AuditAsync());
        // Mended on the spot it goes through.
        Assert.Equal(Path + "VI.5", (await Typed(page, "60", "Ba người.").PressAsync("Lưu điều chỉnh")).Path);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused_and_kept()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = (await Typed(await browser.GetAsync(Path + "VI.4"), "60", new string('a', 2001)).PressAsync("Lưu điều chỉnh")).Expect(422);
        Assert.Contains("Nội dung dài 2001 ký tự, quá 2000 ký tự.", page.ProblemAt("Lý do điều chỉnh"));
        Assert.Equal(2001, page.ValueOf("Lý do điều chỉnh").Length);
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Trying_shows_the_points_and_stores_nothing()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");

        var page = (await Typed(await browser.GetAsync(Path + "VI.4"), "60", "").PressAsync("Tính thử điểm")).Expect(200);

        Assert.Contains("Điểm thẩm tra 22,83 → 21,74", page.Text);
        Assert.Equal("60", page.ValueOf("N05, giá trị thẩm tra"));
        Assert.False((await AnswerAsync("N05"))!.HasVerified);
        Assert.Empty(await AuditAsync());
        Assert.Equal(422, (await Typed(page, "x", "").PressAsync("Tính thử điểm")).Status);
    }

    [Fact]
    public async Task A_value_that_other_verdicts_read_is_asked_about_once_and_sends_them_back_to_be_looked_at()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        foreach (var code in new[] { "I.3", "II.2", "VI.4" })
            await (await browser.GetAsync(Path + code)).PressAsync("Đồng ý với số liệu hiện có");
        var page = (await browser.GetAsync(Path + "I.1")).Fill("T02, giá trị thẩm tra", "70");

        // Without the reason there is nothing to ask about.
        Assert.StartsWith("Nhập lý do điều chỉnh (T02)", Assert.Single((await page.PressAsync("Lưu điều chỉnh")).Expect(422).Problems));
        var ask = (await page.Fill("Lý do điều chỉnh", "Danh sách trả lương có 70 người.").PressAsync("Lưu điều chỉnh")).Expect(200);

        // By hand, 69 → 70 people: I.1 20 × 69/69 → 20 × 69/70; I.3 90,5/69 and 90,5/70 of the best, 200/37 of Sở TTTT, × 40; II.2 30 × 62/69 → 30 × 62/70; VI.4 25 × 63/69 → 25 × 63/70.
        Assert.Equal("Giá trị này dùng chung cho tiêu chí khác", ask.Heading);
        Assert.Equal([("I.1", "20,00", "19,71"), ("I.3", "9,71", "9,57"), ("II.2", "26,96", "26,57"), ("VI.4", "22,83", "22,50")], ask.Table().Select(r => (r[0].Split(". ")[0], r[1], r[2])));
        Assert.False((await AnswerAsync("T02"))!.HasVerified);
        Assert.Equal(VerdictKind.Agreed, (await VerdictAsync("II.2"))!.Kind);

        var next = await ask.PressAsync("Lưu điều chỉnh");

        Assert.Equal(Path + "I.2", next.Path);
        Assert.Equal("70", (await AnswerAsync("T02"))!.ValueAt(AnswerStage.Verified));
        Assert.Equal(VerdictKind.Adjusted, (await VerdictAsync("I.1"))!.Kind);
        foreach (var code in new[] { "I.3", "II.2", "VI.4" })
        {
            var verdict = await VerdictAsync(code);
            Assert.Equal((code, VerdictKind.NeedsReview, "Giá trị T02 đã được điều chỉnh."), (code, verdict!.Kind, verdict.ReviewAgainBecause));
            Assert.Contains(await AuditAsync(), a => a.Action == "verdict.look-again" && a.Subject == code);
        }

        var again = await browser.GetAsync(Path + "VI.4");
        Assert.Contains("Cần xem lại: Giá trị T02 đã được điều chỉnh.", again.Text);
        await again.PressAsync("Đồng ý với số liệu hiện có");
        Assert.Equal((VerdictKind.Agreed, null), ((await VerdictAsync("VI.4"))!.Kind, (await VerdictAsync("VI.4"))!.ReviewAgainBecause));
    }

    [Fact]
    public async Task A_question_of_the_inspectors_is_asked_for_before_agreeing_and_needs_no_reason()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await browser.GetAsync(Path + "III.12");

        var refused = (await page.PressAsync("Đồng ý với số liệu hiện có")).Expect(422);
        Assert.Contains("Nhập câu W15", refused.ProblemAt("W15, giá trị thẩm tra (Sở TTTT điền)"));
        var high = (await page.Fill("W15, giá trị thẩm tra (Sở TTTT điền)", "9").PressAsync("Lưu điều chỉnh")).Expect(422);
        Assert.Contains("lớn hơn mức cao nhất 8", high.ProblemAt("W15, giá trị thẩm tra (Sở TTTT điền)"));
        Assert.Empty(await AuditAsync());
        var tried = await high.Fill("W15, giá trị thẩm tra (Sở TTTT điền)", "7").PressAsync("Tính thử điểm");
        Assert.Contains("0,00 → 7,00", tried.Text);
        await tried.PressAsync("Lưu điều chỉnh");

        Assert.Equal(VerdictKind.Agreed, (await VerdictAsync("III.12"))!.Kind);
        var answer = await AnswerAsync("W15");
        Assert.Equal((null, "7", null), (answer!.DeclaredJson, answer.ValueAt(AnswerStage.Verified), answer.VerifiedReason));
    }

    [Fact]
    public async Task What_the_system_fills_cannot_be_typed_over()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        Assert.False((await browser.GetAsync(Path + "V.5")).HasField("C06, giá trị thẩm tra"));
        await browser.PostAsync(Path + "V.5/adjust", new("v-C06", "c"), new("reason", "Trễ."));
        Assert.Null(await AnswerAsync("C06"));
        Assert.DoesNotContain(await AuditAsync(), a => a.Action == "answer.verify");
    }

    private static PortalPage Typed(PortalPage page, string value, string reason) => page.Fill("N05, giá trị thẩm tra", value).Fill("Lý do điều chỉnh", reason);

    private Task<Answer?> AnswerAsync(string code) => _portal.ReadAsync(db => db.Answers.AsNoTracking().FirstOrDefaultAsync(a => a.QuestionCode == code && db.Submissions.Any(s => s.Id == a.SubmissionId && db.Agencies.Any(x => x.Id == s.AgencyId && x.Code == "STC"))));

    private async Task<List<string?>> ChangesAsync(string code)
    {
        var id = (await AnswerAsync(code))!.Id;
        return await _portal.ReadAsync(db => db.AnswerChanges.Where(c => c.AnswerId == id && c.Stage == AnswerStage.Verified).OrderBy(c => c.Id).Select(c => c.To).ToListAsync());
    }

    private Task<CriterionVerdict?> VerdictAsync(string code) => _portal.ReadAsync(db => db.CriterionVerdicts.AsNoTracking().FirstOrDefaultAsync(v => v.CriterionCode == code));

    private Task<List<AuditEntry>> AuditAsync() => _portal.ReadAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.Action.StartsWith("verdict.") || e.Action == "answer.verify").OrderBy(e => e.Id).ToListAsync());
}
