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

    /// <summary>At both widths: axe finds nothing with no rule or element left out, and the page itself never scrolls sideways (also at 320 px).</summary>
    /// <param name="narrowContrast">Whether the contrast of colours is measured at the narrow width too. It takes as long as all other rules together and hardly depends on the width, so that walks over many states of one page ask for it once.</param>
    /// <returns>Problems, one a line; empty when there are none.</returns>
    public static async Task<string> ProblemsAsync(IPage page, bool narrowContrast = true)
    {
        var problems = new StringBuilder();
        var before = page.ViewportSize!;
        await page.EvaluateAsync(AxeScript);
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var violation in await page.EvaluateAsync<string[]>(RunAxe, width == Widths[0] || narrowContrast))
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
