using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Features;

/// <summary>How long a session lasts, and what keeps it alive.</summary>
public sealed class SessionsTests : IAsyncLifetime
{
    private readonly SurveyPortal _portal = new();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_page_tells_its_script_how_long_the_session_lasts()
    {
        using var browser = await _portal.SignedInAsync("stc.daumoi");
        Assert.Equal("28800", (await browser.GetAsync("/home")).One("body").GetAttribute("data-session-left"));

        _portal.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(5 * 3600, (await browser.GetByScriptAsync("/session")).Data.GetProperty("left").GetInt32());
    }

    [Fact]
    public async Task What_an_open_page_sends_by_itself_does_not_keep_the_session_alive()
    {
        var survey = await Survey.OpenAsync(_portal);
        using var browser = await _portal.SignedInAsync("stc.daumoi");
        var page = await browser.GetAsync(survey.Path("sections/A"));
        for (var hour = 1; hour < 8; hour++)
        {
            _portal.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal((200, (8 - hour) * 3600), ((await browser.GetByScriptAsync("/session")) is var (status, data) ? status : 0, data.GetProperty("left").GetInt32()));
            Assert.Equal(200, (await page.PostByScriptAsync(browser, survey.Path("sections/A/presence"))).Status);
        }

        _portal.Clock.Advance(TimeSpan.FromHours(1.1));

        Assert.Equal(401, (await browser.GetByScriptAsync("/session")).Status);
        Assert.Equal(401, (await page.PostByScriptAsync(browser, survey.Path("sections/A/presence"))).Status);
    }

    [Fact]
    public async Task Going_on_working_prolongs_the_session()
    {
        using var browser = await _portal.SignedInAsync("stc.daumoi");
        var page = await browser.GetAsync("/home");
        _portal.Clock.Advance(TimeSpan.FromHours(7.95));

        var (status, data) = await page.PostByScriptAsync(browser, "/session");

        Assert.Equal((200, 8 * 3600), (status, data.GetProperty("left").GetInt32()));
        _portal.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal((200, "/home"), ((await browser.GetAsync("/home")) is var home ? home.Status : 0, home.Path));
    }

    [Fact]
    public async Task After_signing_in_again_an_open_page_goes_on_with_its_old_token()
    {
        var survey = await Survey.OpenAsync(_portal);
        using var browser = await _portal.SignedInAsync("stc.daumoi");
        var page = await browser.GetAsync(survey.Path("sections/A"));
        _portal.Clock.Advance(TimeSpan.FromHours(9));
        var path = survey.Path("questions/A01/answer");
        Assert.Equal(401, (await page.PostByScriptAsync(browser, path, ("v-A01", "0"), ("A01", "120"))).Status);

        await browser.SignInAsync("stc.daumoi");

        Assert.Equal((200, "120"), ((await page.PostByScriptAsync(browser, path, ("v-A01", "0"), ("A01", "120"))).Status, await survey.ValueAsync("A01")));
    }
}
