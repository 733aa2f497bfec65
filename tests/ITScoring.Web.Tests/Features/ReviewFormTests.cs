using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>One form as a whole, at Sở Tài chính: agree to many, questions that feed no criterion, finish, reopen.</summary>
public sealed class ReviewFormTests : IAsyncLifetime
{
    private const string Form = "/reviews/2026/stc";

    private StagePortal _portal = null!;

    public async Task InitializeAsync() => _portal = await StagePortal.AtAsync(PeriodState.Open);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_form_is_verified_from_the_inspectors_values_to_the_end_and_reopened_by_the_manager()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        // The questions that Sở TTTT fills: N07 and N08 for VI.6, W15 for III.12, D14 and D13 for IV.9.
        await (await browser.GetAsync(Form + "/criteria/III.12")).Fill("W15, giá trị thẩm tra (Sở TTTT điền)", "7").PressAsync("Lưu điều chỉnh");
        await (await browser.GetAsync(Form + "/criteria/IV.9")).Fill("D14, giá trị thẩm tra (Sở TTTT điền)", "118").Fill("D13, giá trị thẩm tra (Sở TTTT điền)", "4,61").PressAsync("Lưu điều chỉnh");
        await (await browser.GetAsync(Form + "/criteria/VI.6")).Fill("N07, giá trị thẩm tra (Sở TTTT điền)", "7").Fill("N08, giá trị thẩm tra (Sở TTTT điền)", "6").PressAsync("Lưu điều chỉnh");
        var page = await browser.GetAsync(Form);
        Assert.Contains("Đã kết luận 3/60 tiêu chí áp dụng. Còn: I.1, I.2,", page.Text);

        var boxes = page.All("input[name=criteria]").Select(b => b.GetAttribute("value")!).ToList();
        Assert.Equal(57, boxes.Count);
        page = await page.Fill("criteria", [.. boxes]).PressAsync("Đồng ý các mục đã chọn");
        Assert.Equal("Đã đồng ý 57 tiêu chí.", page.Notice);
        Assert.Contains("Đã kết luận 60/60 tiêu chí áp dụng. Sau khi kết thúc, chỉ người quản lý kỳ đánh giá mở lại được.", page.Text);
        Assert.Empty(page.All("input[name=criteria]"));

        page = await page.PressAsync("Kết thúc thẩm tra");
        Assert.Equal("Đã kết thúc thẩm tra phiếu của Sở Tài chính.", page.Notice);
        Assert.Equal(SubmissionState.Verified, (await FormAsync()).State);
        Assert.False(page.HasButton("Kết thúc thẩm tra") || page.HasButton("Mở lại phiếu"));
        Assert.Equal(403, (await browser.PostAsync(Form + "/reopen", new KeyValuePair<string, string>("reason", "Nhầm."))).Status);
        // What is verified is no longer judged.
        Assert.Equal(["Không thể thẩm tra khi phiếu ở trạng thái “Đã thẩm tra”."], (await browser.PostAsync(Form + "/criteria/VI.4/agree")).Expect(409).Problems);
        // IV.9 by hand: (4,61 − 1) / 4 × 10 = 9,025 → 9,03; VI.6: 6/7 of 10 = 8,571… → 8,57.
        Assert.Equal(("9,03", "8,57"), (Points(page, "IV.9"), Points(page, "VI.6")));

        using var manager = await _portal.SignedInAsync("quanly");
        var closed = await manager.GetAsync(Form);
        var refused = (await closed.PressAsync("Mở lại phiếu")).Expect(422);
        Assert.Equal("Nhập lý do mở lại phiếu.", refused.ProblemAt("Lý do mở lại"));
        Assert.Equal(422, (await closed.Fill("Lý do mở lại", new string('b', 2001)).PressAsync("Mở lại phiếu")).Status);
        var open = await refused.Fill("Lý do mở lại", "Có đơn phản ánh số liệu U12.").PressAsync("Mở lại phiếu");
        Assert.Equal("Đã mở lại phiếu để thẩm tra thêm.", open.Notice);
        Assert.Contains("Đã thẩm tra → Đã nộp. Lý do: Có đơn phản ánh số liệu U12.", open.Text);
        Assert.Equal(SubmissionState.Submitted, (await FormAsync()).State);
        Assert.Equal(["submission.finish", "submission.reopen"], await _portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "submission.finish" || e.Action == "submission.reopen").OrderBy(e => e.Id).Select(e => e.Action).ToListAsync()));
        Assert.Equal(["Không thể mở lại phiếu đã thẩm tra khi phiếu ở trạng thái “Đã nộp”."], (await manager.PostAsync(Form + "/reopen", new KeyValuePair<string, string>("reason", "x"))).Expect(409).Problems);
        // The verdicts still stand.
        Assert.Equal("Đã kết thúc thẩm tra phiếu của Sở Tài chính.", (await (await browser.GetAsync(Form)).PressAsync("Kết thúc thẩm tra")).Notice);
    }

    [Fact]
    public async Task Finishing_with_undecided_criteria_names_each_of_them_and_those_to_be_looked_at_again()
    {
        await AgreeToAllButAsync("II.2", "III.12", "IV.9", "VI.6");
        using var browser = await _portal.SignedInAsync("thamtra1");
        await (await browser.GetAsync(Form + "/criteria/II.2")).PressAsync("Đồng ý với số liệu hiện có");
        // U03 feeds II.3 and II.7; the verdict on II.7 falls.
        var ask = await (await browser.GetAsync(Form + "/criteria/II.3")).Fill("U03, giá trị thẩm tra", "2870").Fill("Lý do điều chỉnh", "Sổ công văn đi có 2.870 số.").PressAsync("Lưu điều chỉnh");
        await ask.PressAsync("Lưu điều chỉnh");

        var page = (await (await browser.GetAsync(Form)).PressAsync("Kết thúc thẩm tra")).Expect(422);

        Assert.Equal(["Còn 4 tiêu chí chưa có kết luận hoặc cần xem lại: II.7, III.12, IV.9, VI.6."], page.Problems);
        Assert.Equal(SubmissionState.Submitted, (await FormAsync()).State);
        Assert.Contains("Cần xem lại", PortalPage.TextOf(page.All("main tbody tr").Single(r => PortalPage.TextOf(r.QuerySelector("th")).StartsWith("II.7.", StringComparison.Ordinal))));
        Assert.Contains("Thẩm tra tiếp từ II.7", page.Text);
    }

    [Fact]
    public async Task Agreeing_to_many_needs_a_choice_and_keeps_what_it_can()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await browser.GetAsync(Form);
        Assert.DoesNotContain("III.12", page.All("input[name=criteria]").Select(b => b.GetAttribute("value")));

        Assert.Equal(["Chọn ít nhất một tiêu chí để đồng ý."], (await page.PressAsync("Đồng ý các mục đã chọn")).Expect(422).Problems);
        Assert.Equal(["Chọn ít nhất một tiêu chí để đồng ý."], (await browser.PostAsync(Form + "/agree", new KeyValuePair<string, string>("criteria", "XX.9"))).Expect(422).Problems);
        var mixed = (await browser.PostAsync(Form + "/agree", new("criteria", "I.4"), new("criteria", "III.12"), new("criteria", "I.5"))).Expect(422);

        Assert.StartsWith("III.12: Nhập câu W15", Assert.Single(mixed.Problems));
        Assert.Equal(["I.4", "I.5"], await _portal.ReadAsync(db => db.CriterionVerdicts.Select(v => v.CriterionCode).Order().ToListAsync()));
        Assert.Equal(2, await _portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "verdict.agree")));
    }

    [Fact]
    public async Task A_question_that_feeds_no_criterion_is_adjusted_on_the_forms_page()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await browser.GetAsync(Form);
        Assert.Contains("T08 Địa chỉ trang thông tin điện tử (TTĐT) của cơ quan: https://stc.quangbinh.gov.vn", PortalPage.TextOf(page.Under("Câu không thuộc tiêu chí nào")));

        var without = (await page.Fill("v-T08", "https://taichinh.quangbinh.gov.vn").PressAsync("Lưu câu T08")).Expect(422);
        Assert.StartsWith("Nhập lý do điều chỉnh (T08)", without.ProblemAt("Lý do điều chỉnh câu T08"));
        Assert.Equal("https://taichinh.quangbinh.gov.vn", without.ValueOf("v-T08"));
        var wrong = (await without.Fill("v-T08", "trang mới").Fill("Lý do điều chỉnh câu T08", "Đã đổi tên miền.").PressAsync("Lưu câu T08")).Expect(422);
        Assert.Contains("không phải địa chỉ", wrong.ProblemAt("v-T08"));
        Assert.Equal(("trang mới", "Đã đổi tên miền."), (wrong.ValueOf("v-T08"), wrong.ValueOf("Lý do điều chỉnh câu T08")));
        Assert.Equal(0, await _portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "answer.verify")));

        var done = await wrong.Fill("v-T08", "https://taichinh.quangbinh.gov.vn").PressAsync("Lưu câu T08");
        Assert.Equal("Đã lưu giá trị thẩm tra câu T08.", done.Notice);
        Assert.Contains("https://taichinh.quangbinh.gov.vn (kê khai: https://stc.quangbinh.gov.vn; lý do: Đã đổi tên miền.)", done.Text);
        var row = await _portal.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "answer.verify"));
        Assert.Equal(("T08", "\"https://stc.quangbinh.gov.vn\"", "\"https://taichinh.quangbinh.gov.vn\"", "Đã đổi tên miền."), (row.Subject, row.From, row.To, row.Reason));
    }

    [Fact]
    public async Task A_question_of_a_criterion_is_not_adjusted_past_its_criterion()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = (await browser.PostAsync(Form + "/values/N05", new("v-N05", "1"), new("reason-N05", "x"))).Expect(422);
        Assert.Contains("Câu N05 thuộc tiêu chí VI.4: điều chỉnh ở trang tiêu chí.", Assert.Single(page.Problems));
        Assert.Equal(404, (await browser.PostAsync(Form + "/values/Z99", new KeyValuePair<string, string>("v-Z99", "1"))).Status);
        Assert.Equal(0, await _portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "answer.verify")));
    }

    private async Task AgreeToAllButAsync(params string[] codes)
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await browser.GetAsync(Form);
        await page.Fill("criteria", [.. page.All("input[name=criteria]").Select(b => b.GetAttribute("value")!).Except(codes)]).PressAsync("Đồng ý các mục đã chọn");
    }

    private Task<Submission> FormAsync() => _portal.ReadAsync(db => db.Submissions.AsNoTracking().SingleAsync(s => db.Agencies.Any(a => a.Id == s.AgencyId && a.Code == "STC")));

    /// <summary>The verified points of a criterion on the form's page: the last number but the difference and the evidence.</summary>
    private static string Points(PortalPage page, string criterion)
    {
        var row = page.All("main tbody tr").Single(r => PortalPage.TextOf(r.QuerySelector("th")).StartsWith(criterion + ".", StringComparison.Ordinal));
        var heads = row.Closest("table")!.QuerySelectorAll("thead th").Select(PortalPage.TextOf).ToList();
        return PortalPage.TextOf(row.QuerySelectorAll("th, td")[heads.IndexOf("Thẩm tra")]);
    }
}
