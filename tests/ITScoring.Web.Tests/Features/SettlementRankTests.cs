using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Features;

/// <summary>
/// An accepted explanation that changes the rank of others through a best-of-cohort criterion (I.2, 20 × value/best). Each has 120 people; STC has 240.5 Mbps and no
/// automatic backup (9 points less), SCT 120.25, SXD declares 480 and its reviewer finds 240. Best 2.0042: STC 85 − 9 = 76, SCT 65 + 10 = 75, SXD 65 + 19.96.
/// With 480 accepted the best is 4: STC 56 + 10.02, SCT 65 + 5.01, SXD 85; SCT passes STC.
/// </summary>
public sealed class SettlementRankTests(SurveyPortal portal) : IClassFixture<SurveyPortal>, IDisposable
{
    public void Dispose() => portal.Clock.Set(PortalTemplates.Start);

    [Fact]
    public async Task Who_changes_places_is_shown_before_it_is_confirmed_and_after()
    {
        var survey = await Survey.OpenAsync(portal);
        await SubmitAsync(survey, "stc", ("A05", "\"b\""), ("A06", "null"));
        await SubmitAsync(survey, "sct", ("A03", "120.25"));
        await SubmitAsync(survey, "sxd", ("A03", "480"));
        await survey.VerifyAsync("stc");
        await survey.VerifyAsync("sct");
        await survey.VerifyAsync("sxd", ("I.2", "A03", "240", "Hợp đồng ghi 240 Mbps."));
        await survey.SendPreliminaryAsync();
        var editor = await portal.BrowserOfAsync("sxd.daumoi");
        await (await editor.GetAsync($"/explanations/{survey.Code}/sxd/criteria/I.2")).Fill("Nội dung giải trình", "Có phụ lục hợp đồng.").PressAsync("Lưu giải trình");
        await (await (await portal.BrowserOfAsync("sxd.thutruong")).GetAsync($"/explanations/{survey.Code}/sxd")).PressAsync("Xác nhận giải trình tiêu chí I.2");

        var settler = await portal.BrowserOfAsync("thamtra2");
        var effect = await (await settler.GetAsync($"/settlements/{survey.Code}/sxd/I.2")).Fill("Kết luận", "accept").Fill("Lý do kết luận", "Phụ lục đúng.").PressAsync("Lưu kết luận");
        string[][] moves = [["Sở Tài chính", "76,00 → 66,02", "−9,98", "2 → 3"], ["Sở Công Thương", "75,00 → 70,01", "−4,99", "3 → 2"], ["Sở Xây dựng", "84,96 → 85,00", "+0,04", "1 → 1"]];
        Assert.Equal(moves, effect.TableUnder("Ảnh hưởng nếu chấp nhận"));
        Assert.Contains("tiêu chí I.2: ≈ 2,0042 của Sở Tài chính → 4 của Sở Xây dựng", effect.Text);

        var stored = await effect.PressAsync("Xác nhận kết luận");
        Assert.Equal(moves, stored.TableUnder("Cơ quan có điểm, hạng đã thay đổi"));
        // The others read the new best in their own result, and what it does to their points.
        var page = await (await portal.BrowserOfAsync("stc.daumoi")).GetAsync($"/explanations/{survey.Code}/stc");
        Assert.Contains("So với giá trị cao nhất trong khối: 4 của Sở Xây dựng", page.Text);
        Assert.Contains("Tự chấm 10,02 · Thẩm tra 20,00 · Chênh +9,98 · Sau giải trình 10,02", page.Text);
    }

    private static async Task SubmitAsync(Survey survey, string agency, params (string Code, string Json)[] others)
    {
        await survey.CompleteAsync(agency);
        await survey.AnswerAsync($"{agency}.nhaplieu", others);
        await survey.PresentAsync(agency);
        await survey.SignAsync(agency);
    }
}
