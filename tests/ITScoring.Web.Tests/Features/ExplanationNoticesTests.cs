using ITScoring.Domain.Notices;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Settlements;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>Who is told what between the preliminary result and the proposal: each once, and nothing that belongs in the portal only.</summary>
public sealed class ExplanationNoticesTests(SurveyPortal portal) : IClassFixture<SurveyPortal>, IDisposable
{
    public void Dispose() => portal.Clock.Set(PortalTemplates.Start);

    [Fact]
    public async Task Sending_shows_the_message_and_its_readers_before_and_tells_every_agency_in_the_same_save()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.VerifyAsync("stc", ("I.1", "A02", "80", "Danh sách chỉ có 80 máy."));
        portal.Clock.Set(2026, 12, 21);
        await survey.ManageAsync((service, period) => service.CloseAsync(period));
        var page = await (await portal.BrowserOfAsync("quanly")).GetAsync($"/periods/{survey.Code}/send-preliminary");

        Assert.True(page.HasHeading("Kết quả sơ bộ đã gửi, mời giải trình"));
        Assert.Contains("Kết quả sơ bộ của Sở Tài chính, Đánh giá thử 2026, đã có trên cổng", page.Text);
        Assert.Contains("Nhận giải trình đến hết ngày nhập ở dưới.", page.Text);
        var readers = System.Text.RegularExpressions.Regex.Matches(page.Text, @"Gửi (\d+) người").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Sum();
        Assert.Empty(await NoticesAsync(survey, NoticeKind.PreliminarySent));
        page = (await page.Fill("Nhận giải trình đến hết ngày", "01/01/2020").PressAsync("Gửi kết quả sơ bộ")).Expect(422);
        Assert.Contains("Nhận giải trình đến hết ngày 01/01/2020.", page.Text);
        Assert.Empty(await NoticesAsync(survey, NoticeKind.PreliminarySent));
        await page.Fill("Nhận giải trình đến hết ngày", "05/01/2027").PressAsync("Gửi kết quả sơ bộ");

        var told = await NoticesAsync(survey, NoticeKind.PreliminarySent);
        Assert.Equal(readers, told.Count);
        Assert.Equal(["sct.daumoi", "sct.thutruong", "stc.daumoi", "stc.thutruong", "sxd.daumoi", "sxd.thutruong"], told.Select(n => n.User).Where(u => !u.EndsWith(".kythay", StringComparison.Ordinal)));
        Assert.Contains("Nhận giải trình đến hết ngày 05/01/2027.", told.First(n => n.User == "stc.daumoi").Notice.Body);
        Assert.Contains("không nộp phiếu", told.First(n => n.User == "sct.daumoi").Notice.Body);
        Assert.All(told, n => Assert.DoesNotContain("80", n.Notice.Body.Replace("01/2027", "")));
        Assert.Equal($"/explanations/{survey.Code}/stc", told.First(n => n.User == "stc.daumoi").Notice.Path);
    }

    [Fact]
    public async Task An_explanation_is_told_to_the_head_once_then_to_who_may_settle_it_then_to_the_agency()
    {
        var survey = await portal.SentAsync();
        var id = await portal.ExplainAsync(survey);
        await portal.ExplainAsync(survey, text: "Viết lại: thêm biên bản.");
        var other = await portal.ExplainAsync(survey, "I.3", "A04", "true");

        var written = await NoticesAsync(survey, NoticeKind.ExplanationWritten);
        Assert.Equal(2, written.Count(n => n.User == "stc.thutruong"));
        Assert.DoesNotContain(written, n => n.User is "stc.daumoi" or "stc.nhaplieu");
        Assert.Equal(["Giải trình tiêu chí I.1 chờ xác nhận", "Giải trình tiêu chí I.3 chờ xác nhận"], written.Where(n => n.User == "stc.thutruong").Select(n => n.Notice.Title));

        await portal.ConfirmAsync(survey, id, other);
        var confirmed = await NoticesAsync(survey, NoticeKind.ExplanationConfirmed);
        // thamtra1 verified it; everybody else may settle, and is told once for both.
        Assert.Equal(["thamtra2", "thamtra3", "thamtra4", "thamtra5", "thamtra6"], confirmed.Select(n => n.User));
        Assert.All(confirmed, n => Assert.Contains("2 tiêu chí, Đánh giá thử 2026: I.1, I.3.", n.Notice.Body));

        await SettleAsync(survey, "I.1", accept: false);
        var settled = await NoticesAsync(survey, NoticeKind.ExplanationSettled);
        Assert.Equal(["stc.daumoi", "stc.thutruong"], settled.Select(n => n.User).Where(u => u != "stc.kythay"));
        foreach (var notice in written.Concat(confirmed).Concat(settled))
        {
            foreach (var secret in new[] { "90", "80", "biên bản", "Không đủ căn cứ", "Không chấp nhận", "không được chấp nhận" })
                Assert.DoesNotContain(secret, notice.Notice.Title + notice.Notice.Body);
            Assert.Equal(200, (await (await portal.BrowserOfAsync(notice.User)).GetAsync(notice.Notice.Path.Split('#')[0])).Status);
        }
    }

    [Fact]
    public async Task What_is_refused_tells_nobody()
    {
        var survey = await portal.SentAsync();
        var id = await portal.ExplainAsync(survey);
        await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync($"/explanations/{survey.Code}/stc/criteria/I.3", [new("text", " "), new("contested", "A04"), new("claim-A04", "true")]);
        portal.Clock.Set(2027, 1, 6, 0, 0);
        (await (await portal.BrowserOfAsync("stc.thutruong")).PostAsync($"/explanations/{survey.Code}/stc/{id}/confirm")).Expect(409);

        Assert.DoesNotContain(await NoticesAsync(survey, NoticeKind.ExplanationWritten), n => n.Notice.Title.Contains("I.3", StringComparison.Ordinal));
        Assert.Empty(await NoticesAsync(survey, NoticeKind.ExplanationConfirmed));
    }

    private Task<bool> SettleAsync(Survey survey, string criterion, bool accept) => portal.AsAsync("thamtra2", async services =>
    {
        var found = (await services.GetRequiredService<SettlementQuery>().FindAsync(survey.Code, "stc", criterion))!.Value;
        Assert.True((await services.GetRequiredService<ExplanationService>().SettleAsync(found.Period, found.Submission, found.Explanation, accept, "Không đủ căn cứ.")).Ok);
        return true;
    });

    private Task<List<(string User, Notice Notice)>> NoticesAsync(Survey survey, NoticeKind kind) => portal.ReadAsync(async db =>
    {
        var period = await db.Periods.Where(p => p.Code == survey.Code).Select(p => p.Id).SingleAsync();
        var rows = await db.Notices.AsNoTracking().Where(n => n.PeriodId == period && n.Kind == kind).Join(db.Users, n => n.RecipientId, u => u.Id, (n, u) => new { Notice = n, u.UserName }).ToListAsync();
        return rows.OrderBy(r => r.UserName, StringComparer.Ordinal).ThenBy(r => r.Notice.Id).Select(r => (r.UserName!, r.Notice)).ToList();
    });
}
