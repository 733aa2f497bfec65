using ITScoring.Domain.Periods;
using ITScoring.Testing;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Everybody concerned reads the same of an agency's deadline, by the days of Vietnam: the agency, its head, its reviewer, the manager.</summary>
public sealed class LateFormsTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    /// <summary>The general deadline ends with Saturday 19/12/2026; the extension of Sở Tài chính with Tuesday 22/12/2026.</summary>
    public static readonly TheoryData<DateTimeOffset, string, string> Minutes = new()
    {
        { SettableClock.At(2026, 12, 19, 23, 59), "Hôm nay là ngày cuối", "Còn 3 ngày" },
        { SettableClock.At(2026, 12, 20, 0, 0), "Chưa nộp, đang chậm nhưng chưa qua ngày làm việc nào", "Còn 2 ngày" },
        { SettableClock.At(2026, 12, 20, 23, 59), "Chưa nộp, đang chậm nhưng chưa qua ngày làm việc nào", "Còn 2 ngày" },
        { SettableClock.At(2026, 12, 21, 0, 0), "Chưa nộp, đang chậm 1 ngày làm việc", "Còn 1 ngày" },
        { SettableClock.At(2026, 12, 22, 23, 59), "Chưa nộp, đang chậm 2 ngày làm việc", "Hôm nay là ngày cuối" },
        { SettableClock.At(2026, 12, 23, 0, 0), "Chưa nộp, đang chậm 3 ngày làm việc", "Chưa nộp, đang chậm 1 ngày làm việc" },
    };

    [Theory]
    [MemberData(nameof(Minutes))]
    public async Task At_the_minute_before_and_after_midnight_every_page_says_the_same(DateTimeOffset minute, string general, string extended)
    {
        var survey = await Survey.OpenAsync(portal);
        await ExtendAsync(survey);
        foreach (var agency in new[] { "stc", "sct" })
        {
            await survey.CompleteAsync(agency);
            await survey.PresentAsync(agency);
        }

        portal.Clock.Set(minute);

        foreach (var (agency, name, said) in new[] { ("stc", "Sở Tài chính", extended), ("sct", "Sở Công Thương", general) })
        {
            foreach (var page in new[] { await survey.PageAsync(userName: agency + ".daumoi"), await survey.PageAsync("check", agency + ".daumoi"), await survey.PageAsync("sign-off", agency + ".thutruong"), await ReviewAsync($"/{survey.Code}/{agency}") })
                Assert.Equal((page.Path, DeadlineOf(agency) + " " + said + "."), (page.Path, PortalPage.TextOf(page.One("p.due"))));
            foreach (var list in new[] { await ReviewAsync($"?period={survey.Code}"), await (await portal.BrowserOfAsync("quanly")).GetAsync($"/periods/{survey.Code}") })
            {
                var cell = list.All("tbody tr").Single(r => PortalPage.TextOf(r.QuerySelector("th")) == name).QuerySelector("[data-label='Hạn nộp']");
                Assert.Equal((list.Path, CellOf(agency, said)), (list.Path, PortalPage.TextOf(cell)));
            }
        }

        portal.Clock.Set(PortalTemplates.Start);
    }

    [Theory]
    [InlineData(19, 23, 59, "đúng hạn")]
    [InlineData(20, 0, 0, "chậm nhưng chưa qua ngày làm việc nào")]
    [InlineData(21, 0, 0, "chậm 1 ngày làm việc")]
    public async Task What_was_fixed_with_the_first_submission_stays_for_everybody(int day, int hour, int minute, string lateness)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync("sct");
        await survey.PresentAsync("sct");
        portal.Clock.Set(2026, 12, day, hour, minute);
        await survey.SignAsync("sct");

        portal.Clock.Set(2026, 12, 29);

        foreach (var page in new[] { await survey.PageAsync(userName: "sct.daumoi"), await survey.PageAsync("check", "sct.daumoi"), await survey.PageAsync("sign-off", "sct.thutruong"), await ReviewAsync($"/{survey.Code}/sct") })
            Assert.Equal((page.Path, $"{DeadlineOf("sct")} Đã nộp {lateness}."), (page.Path, PortalPage.TextOf(page.One("p.due"))));
        foreach (var list in new[] { await ReviewAsync($"?period={survey.Code}"), await (await portal.BrowserOfAsync("quanly")).GetAsync($"/periods/{survey.Code}") })
            Assert.Contains($"Đã nộp {lateness}", PortalPage.TextOf(list.All("tbody tr").Single(r => PortalPage.TextOf(r.QuerySelector("th")) == "Sở Công Thương")));
        Assert.Contains($"Nộp {lateness}", (await survey.PageAsync("receipt", "sct.daumoi")).Text);
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task The_reason_of_an_extension_is_read_by_everybody_concerned_and_by_no_other_agency()
    {
        var survey = await Survey.OpenAsync(portal);
        await ExtendAsync(survey);
        const string Reason = "Gia hạn theo 456/STC-VP ngày 10/12/2026: Xin gia hạn. Lý do: Chuyển trụ sở.";

        foreach (var page in new[]
        {
            await survey.PageAsync(), await survey.PageAsync("check"), await survey.PageAsync("sign-off", "stc.thutruong"), await ReviewAsync($"/{survey.Code}/stc"),
            await ReviewAsync($"?period={survey.Code}"), await (await portal.BrowserOfAsync("quanly")).GetAsync($"/periods/{survey.Code}"),
        })
            Assert.True(page.Text.Contains(Reason, StringComparison.Ordinal), page.ToString());
        foreach (var path in new[] { "", "check" })
            Assert.DoesNotContain("Chuyển trụ sở", (await survey.PageAsync(path, "sct.daumoi")).Text);
    }

    private static string DeadlineOf(string agency) => agency == "stc"
        ? "Hạn riêng của cơ quan: hết ngày 22/12/2026 (hạn chung trước ngày 20/12/2026)."
        : "Hạn nộp: trước ngày 20/12/2026 (thứ Bảy, 23:59 ngày 19/12/2026).";

    private static string CellOf(string agency, string said) => agency == "stc"
        ? $"hết ngày 22/12/2026 {said} Gia hạn theo 456/STC-VP ngày 10/12/2026: Xin gia hạn. Lý do: Chuyển trụ sở."
        : $"trước ngày 20/12/2026 {said}";

    private async Task<PortalPage> ReviewAsync(string path) => await (await portal.BrowserOfAsync("thamtra1")).GetAsync("/reviews" + path);

    private async Task ExtendAsync(Survey survey)
    {
        var stc = await portal.ReadAsync(db => db.Agencies.Where(a => a.Code == "STC").Select(a => a.Id).SingleAsync());
        await survey.ManageAsync((service, period) => service.ExtendAsync(period, stc, Deadline.EndOf(new DateOnly(2026, 12, 22)), "Chuyển trụ sở.", new DocumentReference("456/STC-VP", new DateOnly(2026, 12, 10), "Xin gia hạn")));
    }
}
