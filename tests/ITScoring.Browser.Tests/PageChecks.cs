using System.Collections.Concurrent;
using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>What holds for every page of the portal, whoever opens it in whatever state.</summary>
public static class PageChecks
{
    public static readonly int[] Widths = [1280, 375];

    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Every rule of the tags on the whole page, as lines of text. axe is run in the page itself: the library's own way opens an empty page for each run, which takes longer than the rules.
    /// </summary>
    private const string RunAxe = """
        async contrast => {
            const result = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
                rules: { 'color-contrast': { enabled: contrast } },
                resultTypes: ['violations'],
            });
            return result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.target.join(' ')} ${n.html}`));
        }
        """;

    /// <summary>
    /// What stands in what, by names and classes. Colours and layout come from style sheets only, so that a page which holds nothing that was not measured before shows nothing new
    /// in them; measuring takes longer than all other rules together. Whatever has a style of its own is always new.
    /// </summary>
    private const string Kinds = """
        () => [...new Set([...document.querySelectorAll('body *')].map(e =>
            `${e.parentElement.localName}.${e.parentElement.className} > ${e.localName}.${e.className}${e.hasAttribute('style') ? ' ' + Math.random() : ''}`))]
        """;

    private static readonly Dictionary<int, ConcurrentDictionary<string, bool>> Measured = Widths.ToDictionary(w => w, _ => new ConcurrentDictionary<string, bool>());

    /// <summary>
    /// axe finds nothing: every rule on every page at the wide window, but contrast only where something is new; every rule at the narrow one where something is new. The page itself never
    /// scrolls sideways (also at 320 px).
    /// </summary>
    /// <returns>Problems, one a line; empty when there are none.</returns>
    public static async Task<string> ProblemsAsync(IPage page)
    {
        var problems = new StringBuilder();
        var before = page.ViewportSize!;
        await page.EvaluateAsync(AxeScript);
        var kinds = await page.EvaluateAsync<string[]>(Kinds);
        foreach (var width in Widths)
        {
            var isNew = kinds.Count(kind => Measured[width].TryAdd(kind, true)) > 0;
            if (width != Widths[0] && !isNew)
                continue;
            await page.SetViewportSizeAsync(width, 900);
            foreach (var violation in await page.EvaluateAsync<string[]>(RunAxe, isNew))
                problems.AppendLine($"{page.Url} at {width} px: {violation}");
        }

        foreach (var width in (int[])[320, .. Widths])
        {
            await page.SetViewportSizeAsync(width, 900);
            var overflow = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - window.innerWidth");
            if (overflow > 0)
                problems.AppendLine($"{page.Url} at {width} px: the page is {overflow} px wider than the window.");
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
        return problems.ToString();
    }
}
