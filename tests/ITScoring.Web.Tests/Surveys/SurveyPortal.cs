using System.Collections.Concurrent;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Surveys;

/// <summary>The site in which each test opens a survey of its own (<see cref="Survey.OpenAsync"/>), so that tests share one host and never a form.</summary>
public class SurveyPortal : PortalFactory
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, (PortalClient Browser, DateTimeOffset Since)> _browsers = new();

    /// <summary>A browser in which the account is signed in; kept for later tests while the clock stands near the time of signing in.</summary>
    public async Task<PortalClient> BrowserOfAsync(string userName)
    {
        var now = Clock.GetUtcNow();
        if (_browsers.TryGetValue(userName, out var open) && (now - open.Since).Duration() <= Kept)
            return open.Browser;
        var browser = await this.SignedInAsync(userName);
        _browsers[userName] = (browser, now);
        return browser;
    }

    protected override Task<string> TemplateAsync() => PortalTemplates.Empty;
}
