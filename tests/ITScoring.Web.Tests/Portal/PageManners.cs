using AngleSharp.Dom;

namespace ITScoring.Web.Tests.Portal;

/// <summary>
/// What every page of the site owes its readers, checked on every page that any test meets: the headers, the language, one heading, names for
/// all fields, links that lead somewhere, tokens in forms, nothing inline.
/// </summary>
internal static class PageManners
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Of the pages that show files of evidence in place.</summary>
    private const string FramingPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Check(PortalPage page)
    {
        var problems = Problems(page).ToList();
        Assert.True(problems.Count == 0, $"{page.Response.RequestMessage!.Method} {page.Path} ({page.Status}) has bad manners:\n- {string.Join("\n- ", problems)}");
    }

    private static IEnumerable<string> Problems(PortalPage page)
    {
        var (document, headers) = (page.Document, page.Response.Headers);
        if (string.Join(' ', headers.TryGetValues("Content-Security-Policy", out var csp) ? csp : []) is var policy && policy != Policy && !(policy == FramingPolicy && ShowsFiles(page)))
            yield return $"the content security policy is “{policy}”";
        foreach (var (name, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin") })
        {
            if (!headers.TryGetValues(name, out var sent) || sent.Single() != value)
                yield return $"the header {name} is not {value}";
        }

        if (document.DocumentElement.GetAttribute("lang") != "vi")
            yield return "its language is not stated as Vietnamese";
        if (document.QuerySelectorAll("h1").Length != 1)
            yield return $"it has {document.QuerySelectorAll("h1").Length} headings h1";
        if (!page.Title.EndsWith(" – Cổng đánh giá", StringComparison.Ordinal))
            yield return $"its title is “{page.Title}”";
        if (page.Problems.Count > 0 && !page.Title.StartsWith("Lỗi: ", StringComparison.Ordinal))
            yield return "it lists errors, and its title does not start with “Lỗi: ”";
        foreach (var problem in Inline(document).Concat(Ids(document)).Concat(Headings(document)))
            yield return problem;
        foreach (var field in document.QuerySelectorAll("input:not([type=hidden]), select, textarea").Where(f => !IsNamed(document, f)))
            yield return $"a field has no name that can be read out: {field.OuterHtml}";
        foreach (var form in document.QuerySelectorAll("form").Where(f => f.GetAttribute("method") == "post" && f.QuerySelector("input[name=__RequestVerificationToken]") is null))
            yield return $"a form has no antiforgery token: {form.GetAttribute("action")}";
        foreach (var empty in document.QuerySelectorAll("a, button").Where(e => PortalPage.TextOf(e).Length == 0 && string.IsNullOrEmpty(e.GetAttribute("aria-label"))))
            yield return $"a link or button says nothing: {empty.OuterHtml}";
    }

    private static bool ShowsFiles(PortalPage page) => page.Path.Contains("/evidence", StringComparison.Ordinal) || page.Path.Contains("/criteria/", StringComparison.Ordinal)
        || page.Path.StartsWith("/explanations/", StringComparison.Ordinal) || (page.Path.StartsWith("/settlements/", StringComparison.Ordinal) && page.Path.Count(c => c == '/') == 4)
        || page.Path.Contains("/second-reviews/", StringComparison.Ordinal) || page.Path.Contains("/matters/", StringComparison.Ordinal);

    private static IEnumerable<string> Inline(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script:not([src]), style"))
            yield return $"it has an inline {script.LocalName}";
        foreach (var element in document.All)
        {
            foreach (var attribute in element.Attributes.Where(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal)))
                yield return $"<{element.LocalName}> carries {attribute.Name}=\"{attribute.Value}\"";
        }

        foreach (var reference in document.QuerySelectorAll("script[src], link[href], img[src]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!))
        {
            if (!reference.StartsWith('/') || reference.StartsWith("//", StringComparison.Ordinal))
                yield return $"it loads {reference}";
        }
    }

    private static IEnumerable<string> Ids(IDocument document)
    {
        var ids = document.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(g => g.Count() > 1))
            yield return $"the id “{twice.Key}” stands {twice.Count()} times";
        foreach (var name in new[] { "aria-describedby", "aria-labelledby", "for", "aria-controls" })
        {
            foreach (var element in document.QuerySelectorAll($"[{name}]"))
            {
                foreach (var id in element.GetAttribute(name)!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(id => !ids.Contains(id)))
                    yield return $"{name} names “{id}”, which is not on the page";
            }
        }

        foreach (var link in document.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(id => !ids.Contains(id)))
            yield return $"a link leads to #{link}, which is not on the page";
    }

    private static IEnumerable<string> Headings(IDocument document)
    {
        var level = 1;
        foreach (var heading in document.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6"))
        {
            var next = heading.LocalName[1] - '0';
            if (next > level + 1)
                yield return $"the heading “{PortalPage.TextOf(heading)}” (h{next}) skips a level after h{level}";
            level = next;
        }
    }

    private static bool IsNamed(IDocument document, IElement field) =>
        !string.IsNullOrWhiteSpace(field.GetAttribute("aria-label"))
        || field.HasAttribute("aria-labelledby")
        || field.Closest("label") is not null
        || (field.Id is { Length: > 0 } id && document.QuerySelectorAll("label[for]").Any(l => l.GetAttribute("for") == id && PortalPage.TextOf(l).Length > 0));
}
