using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>Checks the pages that a journey meets and keeps what was wrong.</summary>
public sealed partial class PageLedger
{
    private readonly HashSet<string> _seen = [];
    private readonly List<string> _problems = [];

    public int Pages => _seen.Count;

    /// <summary>Checks a page once for each address and state.</summary>
    /// <param name="who">Whose page it is, where the same address shows each something else.</param>
    public async Task CheckAsync(IPage page, string who = "")
    {
        // A page of errors, one with a message and one that is empty are other states of the same page.
        var errors = await page.Locator(".errsum").CountAsync() > 0;
        var message = await page.Locator("main [role=status] .notice").CountAsync() > 0;
        var empty = await page.Locator(".empty").CountAsync() > 0;
        var address = new Uri(page.Url);
        if (!_seen.Add($"{who} {Numbers().Replace(address.AbsolutePath, "/0")}{(who.Length > 0 ? address.Query : "")} {errors} {message} {empty}"))
            return;
        if (await PageChecks.ProblemsAsync(page) is { Length: > 0 } problems)
            _problems.Add($"{who} {problems}");
    }

    public void AssertClean(int atLeast)
    {
        Assert.True(Pages >= atLeast, $"Only {Pages} pages were checked.");
        Assert.True(_problems.Count == 0, string.Concat(_problems));
    }

    [GeneratedRegex(@"/\d+(?=/|$)(?<!/20\d\d)")]
    private static partial Regex Numbers();
}
