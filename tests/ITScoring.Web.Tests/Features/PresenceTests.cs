using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Colleagues who have the same section open.</summary>
public sealed class PresenceTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task Whoever_opens_a_section_sees_who_has_it_open_and_is_forgotten_after_a_minute_and_a_half()
    {
        var survey = await Survey.OpenAsync(portal);
        Assert.True((await survey.SectionAsync()).One("[data-presence]").HasAttribute("hidden"));

        var name = await NameAsync("stc.daumoi");
        Assert.Equal($"{name} đang mở phần này", (await survey.SectionAsync(userName: "stc.nhaplieu")).TextOf("[data-presence]"));
        Assert.True((await survey.SectionAsync("B", "stc.nhaplieu")).One("[data-presence]").HasAttribute("hidden"));

        portal.Clock.Advance(TimeSpan.FromSeconds(91));
        Assert.True((await survey.SectionAsync(userName: "stc.nhaplieu")).One("[data-presence]").HasAttribute("hidden"));
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task A_save_shows_that_somebody_is_editing_and_when_the_last_one_was()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await survey.SectionAsync();
        await page.PostByScriptAsync(await portal.BrowserOfAsync("stc.daumoi"), survey.Path("questions/A01/answer"), ("v-A01", "0"), ("A01", "120"));
        var name = await NameAsync("stc.daumoi");
        Assert.Equal($"{name} đang sửa phần này (vừa lưu)", await ReportAsync(survey));

        portal.Clock.Advance(TimeSpan.FromMinutes(1.2));
        Assert.Equal($"{name} đang sửa phần này (lưu lần cuối 1 phút trước)", await ReportAsync(survey));
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task The_sections_of_another_agency_and_unknown_ones_are_not_found()
    {
        var survey = await Survey.OpenAsync(portal);
        var (page, browser) = (await survey.SectionAsync(), await portal.BrowserOfAsync("stc.daumoi"));
        Assert.Equal(404, (await page.PostByScriptAsync(browser, survey.Path("sections/A/presence", "sct"))).Status);
        Assert.Equal(404, (await page.PostByScriptAsync(browser, survey.Path("sections/Z/presence"))).Status);
    }

    private async Task<string?> ReportAsync(Survey survey)
    {
        var (page, browser) = (await survey.PageAsync(userName: "stc.nhaplieu"), await portal.BrowserOfAsync("stc.nhaplieu"));
        var (status, data) = await page.PostByScriptAsync(browser, survey.Path("sections/A/presence"));
        Assert.Equal(200, status);
        return data.GetProperty("others").EnumerateArray().Select(o => o.GetString()).SingleOrDefault();
    }

    private Task<string> NameAsync(string userName) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.DisplayName).SingleAsync());
}
