using AngleSharp.Dom;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Surveys;

/// <summary>How tests read the pages of a form.</summary>
internal static class SurveyPages
{
    /// <summary>The card of a question on the section page.</summary>
    public static IElement Card(this PortalPage page, string code)
    {
        var cards = page.All("main article").Where(a => PortalPage.TextOf(a).StartsWith(code, StringComparison.Ordinal)).ToList();
        Assert.True(cards.Count == 1, $"{cards.Count} cards begin with “{code}” on:\n{page}");
        return cards[0];
    }

    public static string CardText(this PortalPage page, string code) => PortalPage.TextOf(page.Card(code));

    /// <summary>The part of the page that has this heading.</summary>
    public static IElement Part(this PortalPage page, string heading)
    {
        var parts = page.All("main section").Where(s => s.QuerySelectorAll("h2, h3").Any(h => PortalPage.TextOf(h).StartsWith(heading, StringComparison.Ordinal))).ToList();
        Assert.True(parts.Count == 1, $"{parts.Count} sections are called “{heading}” on:\n{page}");
        return parts[0];
    }

    /// <summary>The line of a criterion in the rail of a section page, without its Cách tính.</summary>
    public static string Score(this PortalPage page, string criterion)
    {
        var lines = page.All("aside li").Where(l => PortalPage.TextOf(l).StartsWith(criterion, StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count == 1, $"{lines.Count} lines of the rail begin with “{criterion}” on:\n{page}");
        return PortalPage.TextOf(lines[0]).Split("Cách tính")[0].Trim();
    }

    /// <summary>The row of a section on the task list.</summary>
    public static string Task(this PortalPage page, string section)
    {
        var rows = page.All("main li").Where(l => PortalPage.TextOf(l.QuerySelector("h3")) == section).ToList();
        Assert.True(rows.Count == 1, $"{rows.Count} rows are called “{section}” on:\n{page}");
        return PortalPage.TextOf(rows[0]);
    }
}
