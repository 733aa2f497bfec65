using AngleSharp.Dom;
using ITScoring.Domain.Submissions;
using ITScoring.Testing;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>What the check and the head's page say at a glance: severities and their cost, figures asked back, changes, who signs for whom.</summary>
public sealed class CheckSummaryTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private const string Grown = "Số cán bộ (A01) thay đổi trên 20% so với kỳ trước; đề nghị giải trình. Số liệu đang có: A01 = 121; A01 kỳ trước = 100.";

    [Fact]
    public async Task One_sentence_says_mistakes_warnings_and_the_points_without_evidence()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "100"));
        await survey.AnswerAsync("stc.daumoi", [.. Survey.Complete, ("A01", "121")]);

        var page = await survey.PageAsync("check");
        // I.1 40 × 90 / 121 = 29,75 and I.3 10.
        Assert.Contains("2 lỗi phải sửa, 1 cảnh báo; 39,75 điểm đang thiếu tài liệu kiểm chứng.", page.Text);
        Assert.Contains("Chưa có tài liệu kiểm chứng: 2 câu, 39,75 điểm đang tính khi chưa có tài liệu", page.Text);
        Assert.Contains("đã kiểm tra số liệu, tài liệu kiểm chứng và ghi chú trong phiếu", PortalPage.TextOf(page.Part("Trình thủ trưởng")));

        await survey.ProveAsync("stc.daumoi", "A02", "A04");
        Assert.Contains("0 lỗi phải sửa, 1 cảnh báo.", (await survey.PageAsync("check")).Text);
        await survey.AnswerAsync("stc.daumoi", ("A01", "120"));
        Assert.Contains("Không có lỗi phải sửa, không có cảnh báo.", (await survey.PageAsync("check")).Text);
    }

    [Fact]
    public async Task What_needs_no_act_stands_apart_as_information()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.AnswerAsync("stc.daumoi", ("B01", "false"), ("B02", "null"), ("B03", "null"));
        var infos = (await survey.PageAsync("check")).Part("Thông tin");
        Assert.Equal(
            ["Câu không bắt buộc chưa trả lời: 3 A08. A09. A10.", "Câu Sở TTTT điền khi thẩm tra, chưa có điểm: 1 B04.", "Câu không phải trả lời theo các câu khác: 2 B02. B03."],
            infos.QuerySelectorAll("dt").Select(t => $"{PortalPage.TextOf(t)} {string.Join(' ', t.NextElementSibling!.QuerySelectorAll("a").Select(a => PortalPage.TextOf(a).Split(' ')[0]))}"));
    }

    [Fact]
    public async Task An_improbable_figure_is_asked_back_with_last_years_and_kept_with_a_reason_or_mended()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "100"));
        await survey.CompleteAsync();
        await survey.AnswerAsync("stc.daumoi", ("A01", "121"));

        var page = await survey.PageAsync("check");
        Assert.Equal(["A01 đã nhập", "121 người", "A01 kỳ trước", "100 người"], page.All(".ask__was dt, .ask__was dd").Select(PortalPage.TextOf));
        Assert.Equal(survey.Path("sections/A") + "#a01", page.All(".ask a").Single(a => PortalPage.TextOf(a).StartsWith("Sửa", StringComparison.Ordinal)).GetAttribute("href"));

        page = await page.Fill(Grown, "Nhận thêm đơn vị.").PressAsync("Đúng, giữ nguyên cảnh báo CB-01");
        Assert.Equal("Đã lưu ghi chú.", page.Notice);
        Assert.Contains("Đã giữ nguyên, có ghi chú", page.Text);
        await page.PressAsync("Trình thủ trưởng ký nộp");
        Assert.Equal(SubmissionState.AwaitingSignOff, (await survey.FormAsync()).State);
    }

    [Fact]
    public async Task The_head_sees_what_moved_since_the_last_submission_also_documents()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.ReturnAsync("stc", "A04");
        await (await survey.PageAsync("questions/A04/evidence")).Fill("number", "77/QĐ-STC").Fill("date", "02/02/2026").Fill("issuer", "Sở Tài chính").Fill("abstract", "Trang bị tường lửa").PressAsync("Thêm văn bản");
        await survey.PresentAsync();

        var page = await survey.PageAsync("sign-off", "stc.thutruong");
        Assert.Equal(
            [["A04. Cơ quan có tường lửa không?: tài liệu kiểm chứng", "45/BC-STC ngày 15/01/2026, Sở Tài chính: Báo cáo kiểm kê", "45/BC-STC ngày 15/01/2026, Sở Tài chính: Báo cáo kiểm kê; 77/QĐ-STC ngày 02/02/2026, Sở Tài chính: Trang bị tường lửa"]],
            page.Table("main section[aria-labelledby=doi] table"));
    }

    [Fact]
    public async Task A_deputy_is_told_for_whom_and_until_when_and_the_form_says_who_signed_for_whom()
    {
        await portal.AsAsync("quantri", async services =>
        {
            var db = services.GetRequiredService<Data.AppDbContext>();
            var deputy = await db.Users.SingleAsync(u => u.UserName == "sxd.kythay");
            (deputy.ActingFrom, deputy.ActingUntil) = (SettableClock.At(2026, 10, 19, 8).UtcDateTime, SettableClock.At(2026, 10, 23, 17).UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync("sxd");
        await survey.PresentAsync("sxd");
        using var browser = await portal.SignedInAsync("sxd.kythay");
        var page = await browser.GetAsync(survey.Path("sign-off", "sxd"));
        Assert.Contains("ký thay thủ trưởng (KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC) từ 08:00 ngày 19/10/2026 đến 17:00 ngày 23/10/2026", page.Text);
        await page.Fill("declaration", "true").PressAsync("Ký nộp phiếu");
        Assert.Contains("KT. thủ trưởng, ", (await survey.PageAsync(userName: "sxd.daumoi")).Text);
    }
}
