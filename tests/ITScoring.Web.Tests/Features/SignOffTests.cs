using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using ITScoring.Data;
using ITScoring.Domain.Submissions;
using ITScoring.Testing;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>The head's part: read, sign or send back; and the receipt.</summary>
public sealed class SignOffTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private const string Declaration = "Tôi xác nhận số liệu và tài liệu trong phiếu là đúng và chịu trách nhiệm về nội dung phiếu.";

    [Fact]
    public async Task The_head_reads_everything_confirms_and_signs()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();
        var page = await survey.PageAsync("sign-off", "stc.thutruong");
        Assert.Contains("trình lúc 09:00 ngày 20/10/2026", page.Text);
        Assert.Contains("Sau khi ký nộp, phiếu được gửi đến cơ quan thẩm tra và không sửa được, trừ các câu được trả lại để bổ sung.", page.Text);
        Assert.Contains("240,5 Mbps", page.Text);

        var unconfirmed = (await page.PressAsync("Ký nộp phiếu")).Expect(422);
        Assert.Equal(["Đánh dấu xác nhận nội dung phiếu trước khi ký nộp."], unconfirmed.Problems);
        Assert.Contains("Đánh dấu xác nhận", unconfirmed.ProblemAt(Declaration));
        Assert.Equal(SubmissionState.AwaitingSignOff, (await survey.FormAsync()).State);
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var receipt = await unconfirmed.Fill(Declaration, "true").PressAsync("Ký nộp phiếu");

        Assert.Equal((survey.Path("receipt"), "Đã ký nộp phiếu."), (receipt.Path, receipt.Notice));
        var form = await survey.FormAsync();
        Assert.Equal((SubmissionState.Submitted, 1, "a", SettableClock.At(2026, 10, 20, 9, 5).UtcDateTime), (form.State, form.Revision, form.TimelinessCode, form.FirstSubmittedAt));
        Assert.Equal(["submission.submit"], await ActsAsync(survey, "stc.thutruong"));
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task The_receipt_holds_what_was_handed_in_and_its_hash()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await (await survey.SectionAsync()).Fill("A08", "Phòng “Tin học”").Fill("Ghi chú câu A01", "Theo báo cáo <quý 3> 📄").PressAsync("Lưu");
        await survey.PresentAsync();
        await survey.SignAsync();

        var page = await survey.PageAsync("receipt", "stc.nhaplieu");

        // Keys in ordinal order, no spaces, letters as they are.
        var content = string.Concat($$$"""
            {"agency":"STC","answers":{"A01":{"note":"Theo báo cáo <quý 3> 📄","value":120},
            "A02":{"evidence":["45/BC-STC ngày 15/01/2026, Sở Tài chính: Báo cáo kiểm kê"],"value":90},"A03":{"value":240.5},
            "A04":{"evidence":["45/BC-STC ngày 15/01/2026, Sở Tài chính: Báo cáo kiểm kê"],"value":true},"A05":{"value":"a"},"A06":{"value":["a","b"]},
            "A07":{"value":[{"name":"Kế toán","year":2019},{"name":"Lưu trữ","year":2021}]},"A08":{"value":"Phòng “Tin học”"},
            "B01":{"value":true},"B02":{"value":"https://stc.example.invalid"},"B03":{"value":12}},
            "criteriaSet":"KT-THU","criteriaSetVersion":1,"period":"{{{survey.Code}}}"}
            """.Split('\n'));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        var stored = Assert.Single((await survey.FormAsync()).Receipts);
        Assert.Equal(content, stored.ContentJson);
        Assert.Equal(hash, stored.Sha256);
        var said = page.All("main dt").ToDictionary(PortalPage.TextOf, t => PortalPage.TextOf(t.NextElementSibling));
        Assert.Equal(hash, said["Mã SHA-256 của nội dung"]);
        Assert.Equal(("09:00 ngày 20/10/2026 (giờ Việt Nam)", "1", "Nộp đúng hạn", "trước ngày 20/12/2026", "KT-THU, phiên bản 1"), (said["Nộp lúc"], said["Lần nộp"], said["Thời hạn"], said["Hạn nộp của cơ quan"], said["Bộ tiêu chí"]));
        Assert.Equal($"{await NameAsync("stc.thutruong")}, Giám đốc", said["Người ký nộp"]);
        var rows = page.Table().ToDictionary(r => r[0]);
        Assert.Equal(("240,5 Mbps", "45/BC-STC ngày 15/01/2026, Sở Tài chính: Báo cáo kiểm kê"), (rows["A03"][2], rows["A02"][3]));
        Assert.Equal(11, rows.Count);
    }

    [Fact]
    public async Task A_deputy_signs_within_the_days_given_to_him_and_only_reads_before_and_after()
    {
        await portal.AsAsync("quantri", async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var deputy = await db.Users.SingleAsync(u => u.UserName == "stc.kythay");
            (deputy.ActingFrom, deputy.ActingUntil) = (SettableClock.At(2026, 11, 2, 0).UtcDateTime, SettableClock.At(2026, 11, 6, 23, 59).UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();

        foreach (var day in new[] { 1, 7 })
        {
            portal.Clock.Set(2026, 11, day, 9);
            using var browser = await portal.SignedInAsync("stc.kythay");
            var page = await browser.GetAsync(survey.Path("sign-off"));
            Assert.Contains("Hiện ngoài thời gian được giao ký thay thủ trưởng nên chỉ xem.", page.Text);
            Assert.Empty(page.All("main form"));
            foreach (var (act, fields) in new (string, KeyValuePair<string, string>[])[] { ("sign-off", [new("declaration", "true")]), ("sign-off/send-back", [new("reason", "Xem lại")]) })
                Assert.Equal(["Ngoài thời gian được giao ký thay thủ trưởng."], (await browser.PostAsync(survey.Path(act), fields)).Expect(403).Problems);
            Assert.Equal(SubmissionState.AwaitingSignOff, (await survey.FormAsync()).State);
        }

        portal.Clock.Set(2026, 11, 6, 23, 58);
        using var within = await portal.SignedInAsync("stc.kythay");
        var receipt = await (await within.GetAsync(survey.Path("sign-off"))).Fill(Declaration, "true").PressAsync("Ký nộp phiếu");
        Assert.Contains($"{await NameAsync("stc.kythay")}, Phó Giám đốc", receipt.Text);
        Assert.Equal(["submission.submit"], await ActsAsync(survey, "stc.kythay"));
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task Sending_back_needs_a_reason_which_the_editor_reads()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();

        var page = await survey.PageAsync("sign-off", "stc.thutruong");
        page = (await page.Fill("Lý do chuyển lại", " \n ").PressAsync("Chuyển lại")).Expect(422);
        Assert.Equal("Nhập lý do chuyển lại cho đầu mối.", page.ProblemAt("Lý do chuyển lại"));
        page = (await page.Fill("Lý do chuyển lại", new string('đ', 2001)).PressAsync("Chuyển lại")).Expect(422);
        Assert.Equal("Lý do dài quá 2.000 ký tự. Rút gọn rồi gửi lại.", page.ProblemAt("Lý do chuyển lại"));
        Assert.Equal(2001, page.ValueOf("Lý do chuyển lại").Length);
        page = await page.Fill("Lý do chuyển lại", "Kiểm tra lại <b>băng thông</b>.").PressAsync("Chuyển lại");

        Assert.Equal((survey.Path(), "Đã chuyển lại phiếu cho đầu mối."), (page.Path, page.Notice));
        Assert.Equal(SubmissionState.Drafting, (await survey.FormAsync()).State);
        Assert.Contains("Lý do: Kiểm tra lại <b>băng thông</b>.", (await survey.PageAsync()).Text);
        Assert.True((await survey.SectionAsync()).HasButton("Lưu"));
        Assert.Equal(["submission.send-back"], await ActsAsync(survey, "stc.thutruong"));
    }

    [Fact]
    public async Task A_form_that_does_not_wait_for_the_head_can_be_read_and_not_signed()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();

        var page = await survey.PageAsync("sign-off", "stc.thutruong");
        Assert.False(page.HasButton("Ký nộp phiếu"));
        var browser = await portal.BrowserOfAsync("stc.thutruong");
        Assert.Equal(["Không thể ký nộp phiếu khi phiếu ở trạng thái “Đang kê khai”."], (await browser.PostAsync(survey.Path("sign-off"), [new("declaration", "true")])).Expect(409).Problems);
        Assert.Equal(["Không thể chuyển lại cho đầu mối khi phiếu ở trạng thái “Đang kê khai”."], (await browser.PostAsync(survey.Path("sign-off/send-back"), [new("reason", "x")])).Expect(409).Problems);
        (await survey.PageAsync("receipt")).Expect(404);
    }

    [Fact]
    public async Task A_recall_before_the_signature_wins_and_the_head_learns_it()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();
        var (head, editor) = (await survey.PageAsync("sign-off", "stc.thutruong"), await survey.PageAsync("check"));
        await editor.PressAsync("Rút lại phiếu");

        var refused = (await head.Fill(Declaration, "true").PressAsync("Ký nộp phiếu")).Expect(409);

        Assert.Equal(["Không thể ký nộp phiếu khi phiếu ở trạng thái “Đang kê khai”."], refused.Problems);
        Assert.Empty((await survey.FormAsync()).Receipts);
    }

    [Fact]
    public async Task Two_signatures_at_the_same_instant_leave_one_receipt()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();
        using var second = await portal.SignedInAsync("stc.thutruong");
        var pages = new[] { await survey.PageAsync("sign-off", "stc.thutruong"), await second.GetAsync(survey.Path("sign-off")) };

        var answers = await Task.WhenAll(pages.Select(p => p.Fill(Declaration, "true").PressAsync("Ký nộp phiếu")));

        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        var form = await survey.FormAsync();
        Assert.Single(form.Receipts);
        Assert.Equal(2, form.Moves.Count);
    }

    [Fact]
    public async Task The_first_signature_fixes_how_late_the_form_was()
    {
        // The deadline is the end of Saturday the 19th. Of the days after it, Friday 25/12 is the fifth working day and Monday 28/12 the sixth.
        foreach (var (agency, day, said) in new[] { ("stc", 25, "Nộp chậm 5 ngày làm việc"), ("sct", 28, "Nộp chậm 6 ngày làm việc") })
        {
            var survey = await Survey.OpenAsync(portal);
            await survey.CompleteAsync(agency);
            portal.Clock.Set(2026, 12, day);
            await survey.PresentAsync(agency);
            await survey.SignAsync(agency);
            Assert.Equal(day == 25 ? "b" : "c", (await survey.FormAsync(agency.ToUpperInvariant())).TimelinessCode);
            Assert.Contains(said, (await survey.PageAsync("receipt", $"{agency}.thutruong")).Text);
            portal.Clock.Set(PortalTemplates.Start);
        }
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("một")]
    [InlineData("99999999999")]
    public async Task A_receipt_that_was_never_made_is_not_found(string revision)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        Assert.Equal(404, (await survey.PageAsync($"receipt?revision={revision}")).Status);
        Assert.Equal(200, (await survey.PageAsync("receipt?revision=1")).Status);
    }

    private Task<string> NameAsync(string userName) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.DisplayName).SingleAsync());

    private Task<List<string>> ActsAsync(Survey survey, string userName) => portal.ReadAsync(db => (
        from e in db.AuditEntries
        join p in db.Periods on e.PeriodId equals p.Id
        join u in db.Users on e.ActorId equals u.Id
        where p.Code == survey.Code && u.UserName == userName
        orderby e.Id
        select e.Action).ToListAsync());
}
