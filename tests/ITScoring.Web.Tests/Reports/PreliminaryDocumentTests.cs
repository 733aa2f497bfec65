using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Settlements;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Reports;

/// <summary>Phiếu kết quả sơ bộ: what was sent, from the frozen record, in the figures of the page.</summary>
public sealed class PreliminaryDocumentTests(SurveyPortal portal) : IClassFixture<SurveyPortal>, IDisposable
{
    public void Dispose() => portal.Clock.Set(PortalTemplates.Start);

    [Fact]
    public async Task It_says_what_the_page_says()
    {
        var survey = await portal.SentAsync();
        var (file, name) = await DownloadAsync(survey, "stc.nhaplieu");
        var pdf = new PdfText(file);
        var page = await (await portal.BrowserOfAsync("stc.daumoi")).GetAsync($"/explanations/{survey.Code}/stc");

        Assert.Equal($"ket-qua-so-bo-{survey.Code}-stc.pdf", name);
        var strip = page.All("main dl.score-strip dt").ToDictionary(PortalPage.TextOf, d => PortalPage.TextOf(d.NextElementSibling));
        string[] said =
        [
            "UBND TỈNH QUẢNG BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quảng Bình, ngày 25 tháng 12 năm 2026", "PHIẾU KẾT QUẢ SƠ BỘ", "Sở Tài chính", "Nhận giải trình đến hết ngày 05/01/2027",
            $"Điểm tự chấm {strip["Tự chấm"]}", $"Điểm thẩm tra {strip["Thẩm tra"]}", $"Điểm tối đa áp dụng {strip["Tối đa áp dụng"]},00",
            .. page.TableUnder("Điểm theo nhóm").Select(r => $"{r[0].Split(". ")[0]} {r[0].Split(". ")[1]} {r[1]},00 {r[2]} {r[3]} {r[4]}"),
            "I.1. Tỷ lệ trang bị máy tính 40,00 30,00 26,67 −3,33", "A02: kê khai 90 máy, thẩm tra 80 máy. Lý do: Danh sách chỉ có 80 máy.", "I.3. Tường lửa 10,00 10,00 0,00 −10,00", "II.2. Cập nhật thông tin 3,00",
        ];
        foreach (var text in said)
            Assert.True(pdf.Text.Contains(text, StringComparison.Ordinal), $"“{text}” is not in:\n{pdf.Text}");
        Assert.Equal([], pdf.Beyond(left: 30, top: 20, right: 15, bottom: 20));
        Assert.DoesNotContain("Dữ liệu minh họa", pdf.Text);
        Assert.DoesNotContain(await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra1").Select(u => u.DisplayName).SingleAsync()), pdf.Text);
    }

    [Fact]
    public async Task It_stays_as_it_was_sent_whatever_is_accepted_later()
    {
        var survey = await portal.SentAsync();
        var before = new PdfText((await DownloadAsync(survey, "stc.daumoi")).File).Text;
        await portal.ConfirmAsync(survey, await portal.ExplainAsync(survey));
        await portal.AsAsync("thamtra2", async services =>
        {
            var found = (await services.GetRequiredService<SettlementQuery>().FindAsync(survey.Code, "stc", "I.1"))!.Value;
            Assert.True((await services.GetRequiredService<ExplanationService>().SettleAsync(found.Period, found.Submission, found.Explanation, true, "Đúng.")).Ok);
            return true;
        });
        Assert.Equal(before, new PdfText((await DownloadAsync(survey, "stc.daumoi")).File).Text);
    }

    [Fact]
    public async Task Of_invented_figures_every_page_says_so()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.VerifyAsync("stc", ("I.1", "A02", "80", string.Concat(Enumerable.Repeat("Danh sách chỉ có 80 máy. ", 70))));
        await portal.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Periods SET IsDemo = 1 WHERE Code = {survey.Code}"));
        await survey.SendPreliminaryAsync();
        var pdf = new PdfText((await DownloadAsync(survey, "stc.daumoi")).File);
        Assert.True(pdf.Pages >= 2, $"Only {pdf.Pages} pages.");
        for (var i = 0; i < pdf.Pages; i++)
            Assert.Contains("Dữ liệu minh họa, không phải kết quả thật", pdf.PageText(i));
    }

    [Fact]
    public async Task Nobody_gets_it_before_it_is_sent_nor_anothers_nor_one_that_was_never_handed_in()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.VerifyAsync("stc");
        Assert.Equal(404, (await (await portal.BrowserOfAsync("stc.daumoi")).GetAsync(Address(survey, "stc"))).Status);
        await survey.SendPreliminaryAsync();
        foreach (var (user, agency, status) in new[] { ("sct.daumoi", "stc", 404), ("sct.daumoi", "sct", 404), ("thamtra1", "stc", 403), ("quanly", "stc", 403), ("stc.thutruong", "stc", 200) })
            Assert.Equal((user, status), (user, (int)(await (await portal.BrowserOfAsync(user)).Http.GetAsync(Address(survey, agency))).StatusCode));
    }

    private static string Address(Survey survey, string agency) => $"/explanations/{survey.Code}/{agency}/preliminary.pdf";

    private async Task<(byte[] File, string? Name)> DownloadAsync(Survey survey, string user)
    {
        using var response = await (await portal.BrowserOfAsync(user)).Http.GetAsync(Address(survey, user.Split('.')[0]));
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }
}
