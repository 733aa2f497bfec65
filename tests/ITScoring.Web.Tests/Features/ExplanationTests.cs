using System.Text;
using AngleSharp.Dom;
using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Approvals;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>The agency's side of the preliminary result; the figures are told in <see cref="SurveyExplanations"/>.</summary>
public sealed class ExplanationTests(SurveyPortal portal) : IClassFixture<SurveyPortal>, IDisposable
{
    private const string Text = "Mười máy đang bảo hành, có biên bản.";

    public void Dispose() => portal.Clock.Set(PortalTemplates.Start);

    [Fact]
    public async Task Before_the_result_is_sent_the_page_says_so_and_nothing_can_be_explained()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.VerifyAsync("stc", ("I.1", "A02", "80", "Chỉ có 80 máy."));

        var page = await PageAsync(survey, "stc.daumoi");

        Assert.Contains("Chưa có kết quả sơ bộ", page.Text);
        Assert.DoesNotContain("80 máy", page.Html);
        Assert.Equal(404, (await PageAsync(survey, "stc.daumoi", "/criteria/I.1")).Status);
        (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync($"/explanations/{survey.Code}/stc/criteria/I.1", [new("text", "x"), new("contested", "A02"), new("claim-A02", "90")])).Expect(404);
    }

    [Fact]
    public async Task Each_criterion_shows_declared_verified_and_final_points_and_why_they_differ()
    {
        var survey = await SentAsync();

        var page = await PageAsync(survey, "stc.nhaplieu");

        Assert.Contains("Nhận giải trình đến hết ngày 05/01/2027", page.Text);
        var strip = page.All("main dt").ToDictionary(PortalPage.TextOf, d => PortalPage.TextOf(d.NextElementSibling));
        Assert.Equal(("100", "83,00", "71,67", "71,67"), (strip["Tối đa áp dụng"], strip["Tự chấm"], strip["Thẩm tra"], strip["Sau giải trình"]));
        Assert.Contains("Tự chấm 78,00 · Thẩm tra 64,67 · Sau giải trình 64,67 / 92", page.Text);
        var line = Line(page, "I.1");
        Assert.Contains("Điều chỉnh", line);
        Assert.Contains("30,00 26,67 / 40", line);
        Assert.Contains("A02: kê khai 90 máy, thẩm tra 80 máy. Lý do: Danh sách chỉ có 80 máy.", line);
        Assert.Contains("A04: kê khai Có, thẩm tra Không. Lý do: Không có thiết bị.", Line(page, "I.3"));
        Assert.DoesNotContain("Lý do", Line(page, "I.4"));
        Assert.Contains("Giá trị cao nhất trong khối: ≈ 2,0042 của STC", Line(page, "I.2"));
        // Who judged stays inside the house.
        Assert.DoesNotContain(await NameAsync("thamtra1"), page.Html);
    }

    [Fact]
    public async Task The_editor_writes_and_rewrites_and_the_head_confirms()
    {
        var survey = await SentAsync();
        var page = await (await PageAsync(survey, "stc.daumoi")).FollowAsync("Viết giải trình tiêu chí I.1");
        Assert.Equal("Giải trình tiêu chí I.1", page.Heading);
        // The value that was adjusted is contested unless the editor says otherwise, and claimed as it was declared.
        Assert.Equal(("true", "", "90"), (page.ValueOf("A02 Số máy tính") == "A02" ? "true" : "", page.ValueOf("A01 Số cán bộ, công chức"), page.ValueOf("A02, giá trị đề nghị")));

        page = await page.Fill("Nội dung giải trình", Text).Fill("A02, giá trị đề nghị", "88").PressAsync("Lưu giải trình");
        Assert.Equal("Đã lưu giải trình tiêu chí I.1, chờ thủ trưởng xác nhận.", page.Notice);
        Assert.Contains($"Giải trình (chờ thủ trưởng xác nhận): {Text}", Line(page, "I.1"));
        Assert.Contains("Đề nghị: A02 = 88 máy", Line(page, "I.1"));
        Assert.Contains("Có 1 giải trình chưa được thủ trưởng xác nhận.", page.Text);
        Assert.False(page.HasButton("Xác nhận giải trình tiêu chí I.1"));

        var again = await page.FollowAsync("Sửa giải trình tiêu chí I.1");
        Assert.Equal((Text, "88"), (again.ValueOf("Nội dung giải trình"), again.ValueOf("A02, giá trị đề nghị")));
        await again.Fill("Nội dung giải trình", Text + " Biên bản số 12.").Fill("A02, giá trị đề nghị", "90").PressAsync("Lưu giải trình");

        var head = await PageAsync(survey, "stc.thutruong");
        Assert.DoesNotContain("Sửa giải trình", head.Text);
        Assert.Equal("Đã xác nhận giải trình.", (head = await head.PressAsync("Xác nhận giải trình tiêu chí I.1")).Notice);
        Assert.Contains("Giải trình (chờ kết luận)", Line(head, "I.1"));

        var stored = Assert.Single(await StoredAsync(survey));
        Assert.Equal((ExplanationState.Confirmed, Text + " Biên bản số 12.", "A02", "90"), (stored.State, stored.Text, Assert.Single(stored.Contested).QuestionCode, stored.Contested[0].ClaimedJson));
        Assert.Equal(["explanation.write", "explanation.write", "explanation.confirm"], await ActsAsync(survey));
        // Claimed is not yet found.
        Assert.Contains("26,67", Line(head, "I.1"));
    }

    [Fact]
    public async Task What_is_missing_or_cannot_be_read_is_said_and_everything_typed_stays()
    {
        var survey = await SentAsync();
        var page = await PageAsync(survey, "stc.daumoi", "/criteria/I.1");

        page = (await page.PressAsync("Lưu giải trình")).Expect(422);
        Assert.EndsWith("Nhập nội dung giải trình.", page.ProblemAt("Nội dung giải trình"));
        page = (await page.Fill("Nội dung giải trình", Text).Fill("A02, giá trị đề nghị", "tám mươi").PressAsync("Lưu giải trình")).Expect(422);
        Assert.Equal(["A02. Không đọc được số “tám mươi”. Nhập chữ số, dấu phẩy cho phần thập phân, ví dụ 1234,5."], page.Problems);
        Assert.StartsWith("Không đọc được số “tám mươi”.", page.ProblemAt("A02, giá trị đề nghị"));
        Assert.Equal((Text, "tám mươi"), (page.ValueOf("Nội dung giải trình"), page.ValueOf("A02, giá trị đề nghị")));
        page = (await page.Fill("A02 Số máy tính", "").Fill("A02, giá trị đề nghị", "89").PressAsync("Lưu giải trình")).Expect(422);
        Assert.Equal(["Chọn ít nhất một giá trị đề nghị xem xét lại."], page.Problems);
        Assert.Equal((Text, "89"), (page.ValueOf("Nội dung giải trình"), page.ValueOf("A02, giá trị đề nghị")));
        page = (await page.Fill("A02 Số máy tính", "true").Fill("Nội dung giải trình", new string('đ', 4001)).PressAsync("Lưu giải trình")).Expect(422);
        Assert.EndsWith("Nội dung dài quá 4.000 ký tự. Rút gọn rồi lưu lại.", page.ProblemAt("Nội dung giải trình"));
        Assert.Equal(4001, page.ValueOf("Nội dung giải trình").Length);
        Assert.Empty(await StoredAsync(survey));

        await page.Fill("Nội dung giải trình", "Đã kiểm tra lại <script>alert(1)</script>".Normalize(NormalizationForm.FormD)).PressAsync("Lưu giải trình");
        Assert.Equal("Đã kiểm tra lại <script>alert(1)</script>", Assert.Single(await StoredAsync(survey)).Text);
        Assert.Empty((await PageAsync(survey, "stc.thutruong")).All("main script"));
    }

    [Fact]
    public async Task Only_values_that_the_criterion_reads_can_be_contested()
    {
        var survey = await SentAsync();
        var browser = await portal.BrowserOfAsync("stc.daumoi");

        var other = (await browser.PostAsync($"/explanations/{survey.Code}/stc/criteria/I.1", [new("text", Text), new("contested", "B03"), new("claim-B03", "99")])).Expect(422);
        var system = (await browser.PostAsync($"/explanations/{survey.Code}/stc/criteria/II.3", [new("text", Text), new("contested", "B05"), new("claim-B05", "a")])).Expect(422);

        Assert.Equal(["Chọn ít nhất một giá trị đề nghị xem xét lại."], other.Problems);
        Assert.Equal(["Chọn ít nhất một giá trị đề nghị xem xét lại."], system.Problems);
        Assert.Equal(404, (await PageAsync(survey, "stc.daumoi", "/criteria/IX.9")).Status);
        Assert.Empty(await StoredAsync(survey));
    }

    [Fact]
    public async Task What_the_inspector_filled_can_be_contested_too()
    {
        var survey = await SentAsync();
        var page = await PageAsync(survey, "stc.daumoi", "/criteria/II.2");
        Assert.Equal("2", page.ValueOf("B04, giá trị đề nghị"));
        await page.Fill("B04 Điểm cập nhật thông tin", "true").Fill("B04, giá trị đề nghị", "3").Fill("Nội dung giải trình", "Trang cập nhật hằng ngày.").PressAsync("Lưu giải trình");
        Assert.Contains("Đề nghị: B04 = 3 điểm", Line(await PageAsync(survey, "stc.daumoi"), "II.2"));
    }

    [Fact]
    public async Task A_confirmed_explanation_stands()
    {
        var survey = await SentAsync();
        await WriteAsync(survey);
        var (editor, head) = (await PageAsync(survey, "stc.daumoi", "/criteria/I.1"), await PageAsync(survey, "stc.thutruong"));
        await head.PressAsync("Xác nhận giải trình tiêu chí I.1");

        var refused = (await editor.Fill("Nội dung giải trình", "Khác").PressAsync("Lưu giải trình")).Expect(409);
        Assert.Equal(["Giải trình tiêu chí này đã được thủ trưởng xác nhận nên không sửa được."], refused.Problems);
        Assert.Equal("Khác", refused.ValueOf("Nội dung giải trình"));
        Assert.Equal(["Giải trình này đã được xác nhận."], (await head.PressAsync("Xác nhận giải trình tiêu chí I.1")).Expect(409).Problems);
        await SaysWhyNotAsync(survey, "I.1", "Giải trình tiêu chí này đã được thủ trưởng xác nhận nên không sửa được.");
        Assert.DoesNotContain("Sửa giải trình tiêu chí I.1", (await PageAsync(survey, "stc.daumoi")).Text);
        Assert.Equal(Text, Assert.Single(await StoredAsync(survey)).Text);
    }

    [Fact]
    public async Task After_the_deadline_the_pages_say_so_and_every_act_is_refused_with_it()
    {
        var survey = await SentAsync();
        await WriteAsync(survey);
        portal.Clock.Set(2027, 1, 5, 23, 58);
        var (editor, head) = (await PageAsync(survey, "stc.daumoi", "/criteria/I.3"), await PageAsync(survey, "stc.thutruong"));
        Assert.True(editor.HasButton("Lưu giải trình"));
        portal.Clock.Set(2027, 1, 6, 0, 0);

        const string Late = "Đã hết hạn giải trình (hết ngày 05/01/2027).";
        var refused = (await editor.Fill("Nội dung giải trình", "Muộn").PressAsync("Lưu giải trình")).Expect(409);
        Assert.Equal([Late], refused.Problems);
        Assert.Equal("Muộn", refused.ValueOf("Nội dung giải trình"));
        Assert.Equal([Late], (await head.PressAsync("Xác nhận giải trình tiêu chí I.1")).Expect(409).Problems);
        await SaysWhyNotAsync(survey, "I.3", Late);
        var page = await PageAsync(survey, "stc.daumoi");
        Assert.Contains("Đã hết thời gian giải trình", page.Text);
        Assert.DoesNotContain("Viết giải trình", page.Text);
        Assert.False((await PageAsync(survey, "stc.thutruong")).HasButton("Xác nhận giải trình tiêu chí I.1"));
        Assert.Equal(ExplanationState.Drafted, Assert.Single(await StoredAsync(survey)).State);
    }

    [Theory]
    [InlineData(true, "được chấp nhận", "30,00", "75,00")]
    [InlineData(false, "không được chấp nhận", "26,67", "71,67")]
    public async Task A_settlement_is_read_with_its_reason_and_its_points(bool accept, string said, string points, string total)
    {
        var survey = await SentAsync();
        await WriteAsync(survey);
        await (await PageAsync(survey, "stc.thutruong")).PressAsync("Xác nhận giải trình tiêu chí I.1");
        await SettleAsync(survey, accept);

        var page = await PageAsync(survey, "stc.daumoi");

        Assert.Contains($"– {said}: {Text}", Line(page, "I.1"));
        Assert.Contains("Kết luận: Đã xem biên bản.", Line(page, "I.1"));
        Assert.Contains($"{points} / 40", Line(page, "I.1"));
        Assert.Equal(total, PortalPage.TextOf(page.All("main dt").Single(d => PortalPage.TextOf(d) == "Sau giải trình").NextElementSibling));
        Assert.DoesNotContain("Viết giải trình tiêu chí I.1", page.Text);
        await SaysWhyNotAsync(survey, "I.1", "Giải trình tiêu chí này đã có kết luận trong đợt này.");
    }

    [Fact]
    public async Task After_the_leader_handed_the_result_back_a_second_window_takes_a_second_explanation()
    {
        var survey = await SentAsync();
        await WriteAsync(survey);
        await (await PageAsync(survey, "stc.thutruong")).PressAsync("Xác nhận giải trình tiêu chí I.1");
        await SettleAsync(survey, accept: false);
        portal.Clock.Set(2027, 1, 7);
        await survey.ManageAsync((service, period) => service.ProposeAsync(period));
        await portal.AsAsync("lanhdao", async services =>
        {
            var period = (await services.GetRequiredService<PeriodService>().FindAsync(survey.Code))!;
            return await services.GetRequiredService<ApprovalService>().HandBackAsync(period, "Xem lại số máy tính.");
        });
        Assert.Contains("Chưa có kết quả sơ bộ", (await PageAsync(survey, "stc.daumoi")).Text);
        portal.Clock.Set(2027, 1, 12);
        await survey.ManageAsync((service, period) => service.SendPreliminaryAsync(period, Deadline.EndOf(new DateOnly(2027, 1, 20))));

        var page = await (await PageAsync(survey, "stc.daumoi")).FollowAsync("Viết giải trình tiêu chí I.1");
        page = await page.Fill("Nội dung giải trình", "Có thêm biên bản.").PressAsync("Lưu giải trình");

        Assert.Equal([ExplanationState.Declined, ExplanationState.Drafted], (await StoredAsync(survey)).Select(e => e.State));
        Assert.Contains("không được chấp nhận: " + Text, Line(page, "I.1"));
        Assert.Contains("chờ thủ trưởng xác nhận): Có thêm biên bản.", Line(page, "I.1"));
    }

    [Fact]
    public async Task Each_hand_does_its_own_part()
    {
        var survey = await SentAsync();
        await WriteAsync(survey);
        var id = (await StoredAsync(survey))[0].Id;
        var address = $"/explanations/{survey.Code}/stc";
        foreach (var (user, path) in new[] { ("stc.nhaplieu", "/criteria/I.1"), ("stc.thutruong", "/criteria/I.1"), ("stc.nhaplieu", $"/{id}/confirm"), ("stc.daumoi", $"/{id}/confirm") })
            (await (await portal.BrowserOfAsync(user)).PostAsync(address + path, [new("text", "x"), new("contested", "A02"), new("claim-A02", "1")])).Expect(403);
        // Another agency's explanation is not among one's own.
        await (await portal.BrowserOfAsync("sct.thutruong")).PostAsync($"/explanations/{survey.Code}/sct/{id}/confirm");
        Assert.Equal(ExplanationState.Drafted, (await StoredAsync(survey))[0].State);
    }

    [Fact]
    public async Task An_agency_that_never_handed_in_learns_why_it_has_no_result()
    {
        var survey = await SentAsync();
        var page = await PageAsync(survey, "sct.daumoi");
        Assert.Contains("Cơ quan không nộp phiếu", page.Text);
        Assert.Contains("Phiếu đã khóa khi gửi kết quả sơ bộ; cơ quan không có điểm và không được xếp hạng.", page.Text);
        Assert.Equal(404, (await PageAsync(survey, "sct.daumoi", "/criteria/I.1")).Status);
    }

    [Fact]
    public async Task Several_drafts_are_confirmed_together_all_or_none()
    {
        var survey = await SentAsync();
        var ids = (await portal.ExplainAsync(survey), await portal.ExplainAsync(survey, "I.3", "A04", "true"), await portal.ExplainAsync(survey, "II.2", "B04", "3"));
        var head = await PageAsync(survey, "stc.thutruong");
        Assert.Equal($"{ids.Item1},{ids.Item2},{ids.Item3}", head.ValueOf("ids"));

        var none = (await head.Fill("ids").PressAsync("Xác nhận các giải trình đã chọn")).Expect(422);
        Assert.Equal(["Chọn ít nhất một giải trình để xác nhận."], none.Problems);
        var done = await head.Fill("ids", $"{ids.Item1}", $"{ids.Item3}").PressAsync("Xác nhận các giải trình đã chọn");
        Assert.Equal("Đã xác nhận 2 giải trình.", done.Notice);
        Assert.Equal([ExplanationState.Confirmed, ExplanationState.Drafted, ExplanationState.Confirmed], (await StoredAsync(survey)).Select(e => e.State));

        // One of them stands already: the other is not confirmed either.
        Assert.Equal(["Giải trình này đã được xác nhận."], (await head.Fill("ids", $"{ids.Item1}", $"{ids.Item2}").PressAsync("Xác nhận các giải trình đã chọn")).Expect(409).Problems);
        var browser = await portal.BrowserOfAsync("stc.thutruong");
        (await browser.PostAsync($"/explanations/{survey.Code}/stc/confirm", [new("ids", $"{ids.Item2}"), new("ids", "999999")])).Expect(404);
        (await browser.PostAsync($"/explanations/{survey.Code}/stc/confirm", [new("ids", "x")])).Expect(404);
        (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync($"/explanations/{survey.Code}/stc/confirm", [new("ids", $"{ids.Item2}")])).Expect(403);
        Assert.Equal(ExplanationState.Drafted, (await StoredAsync(survey))[1].State);
        Assert.Equal(2, (await ActsAsync(survey)).Count(a => a == "explanation.confirm"));
    }

    [Fact]
    public async Task Of_editors_who_begin_the_same_explanation_at_one_instant_one_is_stored()
    {
        var survey = await SentAsync();
        var browser = await portal.BrowserOfAsync("stc.daumoi");

        // By hand, without what the page says it has seen.
        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => browser.PostAsync($"/explanations/{survey.Code}/stc/criteria/I.1", [new("text", $"Lần {n}"), new("contested", "A02"), new("claim-A02", $"{80 + n}")])));

        Assert.All(answers, a => Assert.True(a.Status is 200 or 409, a.ToString()));
        Assert.Contains(answers, a => a.Status == 200);
        var stored = Assert.Single(await StoredAsync(survey));
        Assert.Equal(1, stored.Round);
        Assert.Single(stored.Contested);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => portal.ReadAsync(async db =>
        {
            await db.Submissions.SingleAsync(s => s.Id == stored.SubmissionId);
            var second = new Explanation(stored.SubmissionId, "I.1");
            db.Add(second);
            (db.Entry(second).Property(e => e.WrittenById).CurrentValue, db.Entry(second).Property(e => e.WrittenAt).CurrentValue) = (stored.WrittenById, stored.WrittenAt);
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_draft_that_a_colleague_wrote_meanwhile_is_shown_beside_what_was_typed()
    {
        var survey = await SentAsync();
        var (one, two) = (await PageAsync(survey, "stc.daumoi", "/criteria/I.1"), await PageAsync(survey, "stc.daumoi", "/criteria/I.1"));
        await one.Fill("Nội dung giải trình", "Của người thứ nhất.").Fill("A02, giá trị đề nghị", "88").PressAsync("Lưu giải trình");

        var refused = (await two.Fill("Nội dung giải trình", "Của người thứ hai.").PressAsync("Lưu giải trình")).Expect(409);

        Assert.StartsWith("Giải trình tiêu chí I.1 vừa được người khác viết hoặc thay đổi", Assert.Single(refused.Problems));
        Assert.Equal("Của người thứ hai.", refused.ValueOf("Nội dung giải trình"));
        Assert.Contains("Của người thứ nhất.", refused.Text);
        Assert.Contains("A02 = 88 máy", refused.Text);
        // Who has seen it may go on.
        await refused.PressAsync("Lưu giải trình");
        Assert.Equal("Của người thứ hai.", Assert.Single(await StoredAsync(survey)).Text);
    }

    [Fact]
    public async Task The_page_counts_the_days_and_shows_groups_and_whose_value_is_the_best()
    {
        var survey = await SentAsync();
        var page = await PageAsync(survey, "stc.daumoi");
        Assert.Contains("Nhận giải trình đến hết ngày 05/01/2027, còn 11 ngày", page.Text);
        Assert.Equal([["I. Hạ tầng", "92", "78,00", "64,67", "−13,33", "64,67"], ["II. Thông tin", "8", "5,00", "7,00", "+2,00", "7,00"]], page.TableUnder("Điểm theo nhóm"));
        Assert.Contains("Tự chấm 30,00 · Thẩm tra 26,67 · Chênh −3,33", Line(page, "I.1"));
        Assert.Contains("So với giá trị cao nhất trong khối: ≈ 2,0042 của Sở Tài chính", Line(page, "I.2"));
        Assert.Contains("Đồng ý", Line(page, "I.4"));
        portal.Clock.Set(2027, 1, 5, 20);
        Assert.Contains("hôm nay là ngày cuối", (await PageAsync(survey, "stc.daumoi")).Text);
    }

    private Task<Survey> SentAsync() => portal.SentAsync();

    private async Task WriteAsync(Survey survey) =>
        (await (await PageAsync(survey, "stc.daumoi", "/criteria/I.1")).Fill("Nội dung giải trình", Text).PressAsync("Lưu giải trình")).Expect(200);

    /// <summary>The page on which it would be written says why it cannot, and has nothing to fill.</summary>
    private async Task SaysWhyNotAsync(Survey survey, string criterion, string why)
    {
        var page = await PageAsync(survey, "stc.daumoi", "/criteria/" + criterion);
        Assert.Contains(why, page.Text);
        Assert.False(page.HasButton("Lưu giải trình"));
    }

    private Task SettleAsync(Survey survey, bool accept) => portal.AsAsync("thamtra2", async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var period = await db.Periods.Include(p => p.Agencies).SingleAsync(p => p.Code == survey.Code);
        var form = await db.Submissions.SingleAsync(s => s.PeriodId == period.Id && s.FirstSubmittedAt != null);
        var explanation = await db.Explanations.Include(e => e.Contested).SingleAsync(e => e.SubmissionId == form.Id);
        Assert.True((await services.GetRequiredService<ExplanationService>().SettleAsync(period, form, explanation, accept, "Đã xem biên bản.")).Ok);
        return true;
    });

    private async Task<PortalPage> PageAsync(Survey survey, string userName, string page = "") =>
        await (await portal.BrowserOfAsync(userName)).GetAsync($"/explanations/{survey.Code}/{userName.Split('.')[0]}{page}");

    private static string Line(PortalPage page, string criterion) =>
        PortalPage.TextOf(page.All("main li").Single(l => PortalPage.TextOf(l).StartsWith(criterion, StringComparison.Ordinal) && l.QuerySelector("details") is not null && PortalPage.TextOf(l.QuerySelector("summary")).EndsWith(" " + criterion, StringComparison.Ordinal)));

    private Task<List<Explanation>> StoredAsync(Survey survey) => portal.ExplanationsAsync(survey);

    private Task<List<string>> ActsAsync(Survey survey) => portal.ReadAsync(async db =>
    {
        var period = await db.Periods.SingleAsync(p => p.Code == survey.Code);
        return await db.AuditEntries.Where(e => e.PeriodId == period.Id && e.Action.StartsWith("explanation.")).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync();
    });

    private Task<string> NameAsync(string userName) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.DisplayName).SingleAsync());
}
