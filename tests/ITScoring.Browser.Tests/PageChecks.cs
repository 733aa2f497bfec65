using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>What holds for every page of the portal, whoever opens it in whatever state.</summary>
public static class PageChecks
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    public static readonly int[] Widths = [1280, 375];

    /// <summary>At both widths: axe finds nothing with no rule or element left out, and the page itself never scrolls sideways (also at 320 px).</summary>
    /// <returns>Problems, one a line; empty when there are none.</returns>
    public static async Task<string> ProblemsAsync(IPage page)
    {
        var problems = new StringBuilder();
        var before = page.ViewportSize!;
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            var axe = await page.RunAxe(Options());
            foreach (var violation in axe.Violations)
            {
                foreach (var node in violation.Nodes)
                    problems.AppendLine($"{page.Url} at {width} px: {violation.Id}: {violation.Help}: {node.Target} {node.Html}");
            }
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

    /// <summary>Every rule of the tags; what passed is not listed, which on long pages takes longer than the rules.</summary>
    private static AxeRunOptions Options() => new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Tags] },
        ResultTypes = [ResultType.Violations],
    };
}
