using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ITScoring.Web.Tests.Portal;

/// <summary>A page as a person reads it: by its headings, labels, links and buttons.</summary>
public sealed partial class PortalPage(PortalClient client, HttpResponseMessage response, IHtmlDocument document, string html)
{
    public HttpResponseMessage Response { get; } = response;

    public int Status { get; } = (int)response.StatusCode;

    /// <summary>Where the browser ended after all redirects, e.g. <c>/home</c>.</summary>
    public string Path { get; } = WebUtility.UrlDecode(response.RequestMessage!.RequestUri!.AbsolutePath);

    public string Html { get; } = html;

    public IHtmlDocument Document { get; } = document;

    public string Title => Document.Title ?? "";

    public string Heading => TextOf(Document.QuerySelector("h1"));

    /// <summary>The text of the page's main part, spaces joined.</summary>
    public string Text => TextOf(Document.QuerySelector("main"));

    /// <summary>The status message after a redirect; empty when there is none.</summary>
    public string Notice => TextOf(Document.QuerySelector("main [role=status]"));

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> Problems => [.. Document.QuerySelectorAll(".errsum li").Select(TextOf)];

    /// <summary>Text with spaces joined, as it reads.</summary>
    public static string TextOf(INode? node) => node is null ? "" : Spaces().Replace(node.TextContent, " ").Trim();

    /// <summary>The page itself, once its status is the expected one.</summary>
    public PortalPage Expect(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got:\n{this}");
        return this;
    }

    /// <summary>The one element of a selector.</summary>
    public IElement One(string selector)
    {
        var found = Document.QuerySelectorAll(selector);
        Assert.True(found.Length == 1, $"“{selector}” names {found.Length} elements of:\n{this}");
        return found[0];
    }

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    public string TextOf(string selector) => TextOf(One(selector));

    /// <summary>The cells of the table with this caption or under this heading, row by row, without the head.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string selector = "main table") =>
        [.. One(selector).QuerySelectorAll("tbody tr").Select(r => (IReadOnlyList<string>)[.. r.QuerySelectorAll("th, td").Select(TextOf)])];

    /// <summary>The part of the page under a heading: the section, panel or form that it stands in.</summary>
    public IElement Under(string heading)
    {
        var found = HeadingOf(heading);
        return found.Closest("section, form, article, aside, .notice") ?? found.ParentElement!;
    }

    /// <summary>The cells of the table under a heading, row by row, without the head.</summary>
    public IReadOnlyList<IReadOnlyList<string>> TableUnder(string heading) =>
        [.. TableAfter(HeadingOf(heading)).QuerySelectorAll("tbody tr").Select(r => (IReadOnlyList<string>)[.. r.QuerySelectorAll("th, td").Select(TextOf)])];

    public bool HasHeading(string heading) => Document.QuerySelectorAll("main h1, main h2, main h3").Any(h => TextOf(h) == heading);

    public Task<PortalPage> FollowAsync(string link)
    {
        var found = Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(a => Is(a, link)).DistinctBy(a => a.Href).ToList();
        if (found.Count == 0)
            found = [.. Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(a => TextOf(a).Contains(link, StringComparison.Ordinal)).DistinctBy(a => a.Href)];
        Assert.True(found.Count == 1, $"{found.Count} different links say “{link}” on:\n{this}");
        return client.GetAsync(new Uri(found[0].Href).PathAndQuery);
    }

    /// <summary>
    /// Types, chooses or ticks. The field is named by its label, its legend, its aria-label, the text that labels it, or its name attribute. Of radio
    /// buttons and groups of check boxes the value is an option's label or value (several: one after the other); of a single check box "true" or "".
    /// </summary>
    public PortalPage Fill(string field, params string[] values)
    {
        var fields = FieldsOf(field);
        if (fields.All(f => f is IHtmlInputElement { Type: "radio" or "checkbox" }))
        {
            var boxes = fields.Cast<IHtmlInputElement>().ToList();
            if (boxes is [{ Type: "checkbox" } single])
            {
                single.IsChecked = values is [{ Length: > 0 }];
                return this;
            }

            foreach (var box in boxes)
                box.IsChecked = false;
            foreach (var value in values)
            {
                var box = boxes.Where(b => b.Value == value || TextOf(LabelOf(b)) == value).ToList();
                Assert.True(box.Count == 1, $"“{field}” has {box.Count} choices “{value}”; there are: {string.Join(", ", boxes.Select(b => $"{b.Value} ({TextOf(LabelOf(b))})"))}.");
                box[0].IsChecked = true;
            }

            return this;
        }

        Assert.True(fields.Count == 1, $"“{field}” names {fields.Count} fields of:\n{this}");
        Assert.False(fields[0].HasAttribute("disabled"), $"“{field}” cannot be changed on:\n{this}");
        var text = Assert.Single(values);
        switch (fields[0])
        {
            case IHtmlInputElement input:
                input.Value = text;
                break;
            case IHtmlTextAreaElement area:
                area.Value = text;
                break;
            case IHtmlSelectElement select:
                var option = select.Options.Where(o => o.Value == text || TextOf(o) == text).ToList();
                Assert.True(option.Count == 1, $"“{field}” has {option.Count} choices “{text}”; there are: {string.Join(", ", select.Options.Select(TextOf))}.");
                select.Value = option[0].Value;
                break;
            default:
                Assert.Fail($"“{field}” is no field but <{fields[0].LocalName}>.");
                break;
        }

        return this;
    }

    /// <summary>What stands in a field: its text, or the values of the ticked choices, separated by commas.</summary>
    public string ValueOf(string field)
    {
        var fields = FieldsOf(field);
        return fields[0] switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } => string.Join(',', fields.Cast<IHtmlInputElement>().Where(b => b.IsChecked).Select(b => b.Value)),
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            var other => TextOf(other),
        };
    }

    public bool IsDisabled(string field) => FieldsOf(field).All(f => f.HasAttribute("disabled"));

    public bool HasField(string field) => Fields(field).Count > 0;

    /// <summary>What the page says is wrong at a field, by <c>aria-describedby</c>; empty when the field is not marked invalid.</summary>
    public string ProblemAt(string field)
    {
        var at = FieldsOf(field)[0];
        return at.GetAttribute("aria-invalid") == "true"
            ? string.Join(' ', (at.GetAttribute("aria-describedby") ?? "").Split(' ').Select(id => TextOf(Document.GetElementById(id))))
            : "";
    }

    public bool HasButton(string button) => Buttons(button).Count > 0;

    /// <summary>Presses the one button with this text and answers the page that comes.</summary>
    public Task<PortalPage> PressAsync(string button)
    {
        var found = Buttons(button);
        Assert.True(found.Count == 1, $"{found.Count} buttons say “{button}”; there are: {string.Join(", ", Document.QuerySelectorAll("button").Select(TextOf))}; on:\n{this}");
        var form = found[0] is IHtmlButtonElement b ? b.Form : ((IHtmlInputElement)found[0]).Form;
        Assert.True(form is not null, $"“{button}” belongs to no form.");
        var action = form!.Action;
        if (found[0].GetAttribute("formaction") is { } own)
            form.Action = own;
        var request = form.GetSubmission((IHtmlElement)found[0]);
        form.Action = action;
        Assert.True(request is not null, $"“{button}” submits nothing.");
        return client.SubmitAsync(request!);
    }

    public override string ToString() => $"{Status} {Path}\n{Title}\n{Text}";

    private IElement HeadingOf(string text)
    {
        var found = Document.QuerySelectorAll("main h1, main h2, main h3").Where(h => TextOf(h) == text).ToList();
        Assert.True(found.Count == 1, $"{found.Count} headings say “{text}”; there are: {string.Join(", ", Document.QuerySelectorAll("main h1, main h2, main h3").Select(TextOf))}; on:\n{this}");
        return found[0];
    }

    private static IElement TableAfter(IElement heading)
    {
        for (var part = heading.ParentElement; part is not null; part = part.ParentElement)
        {
            if (part.QuerySelector("table") is { } table)
                return table;
        }

        throw new InvalidOperationException($"No table stands under “{TextOf(heading)}”.");
    }

    private List<IElement> Buttons(string text)
    {
        var all = Document.QuerySelectorAll("button:not([type=button]):not([type=reset]), input[type=submit]").Where(b => !b.HasAttribute("disabled") && b.GetAttribute("aria-hidden") != "true").ToList();
        var exact = all.Where(b => Is(b, text)).ToList();
        return exact.Count > 0 ? exact : [.. all.Where(b => TextOf(b).Contains(text, StringComparison.Ordinal))];
    }

    private List<IElement> FieldsOf(string name)
    {
        var found = Fields(name);
        Assert.True(found.Count > 0, $"No field is called “{name}” on:\n{this}");
        return found;
    }

    private List<IElement> Fields(string name)
    {
        var all = Document.QuerySelectorAll("main input:not([type=hidden]), main textarea, main select").ToList();
        var byLabel = all.Where(f => NamesOf(f).Contains(name)).ToList();
        if (byLabel.Count > 0)
            return byLabel;
        var group = Document.QuerySelectorAll("fieldset, [role=group], [role=radiogroup]").Where(g => TextOf(g.QuerySelector("legend")) == name || LabelledBy(g) == name || g.GetAttribute("aria-label") == name).ToList();
        if (group.Count == 1)
            return [.. all.Where(group[0].Contains)];
        return [.. all.Where(f => f.GetAttribute("name") == name)];
    }

    private IEnumerable<string> NamesOf(IElement field)
    {
        if (field is IHtmlInputElement { Type: "radio" })
            yield break;
        if (LabelOf(field) is { } label)
        {
            yield return TextOf(label);
            // Without its remark "(không bắt buộc)".
            if (label.FirstChild is IText text)
                yield return TextOf(text);
        }

        if (field.GetAttribute("aria-label") is { } aria)
            yield return aria;
        if (LabelledBy(field) is { } by)
            yield return by;
    }

    private IElement? LabelOf(IElement field) =>
        field.Closest("label") ?? (field.Id is { Length: > 0 } id ? Document.QuerySelectorAll("label[for]").FirstOrDefault(l => l.GetAttribute("for") == id) : null);

    private string? LabelledBy(IElement element) =>
        element.GetAttribute("aria-labelledby") is { } ids ? string.Join(' ', ids.Split(' ').Select(id => TextOf(Document.GetElementById(id)))) : null;

    private static bool Is(IElement element, string text) => TextOf(element) == text || element.GetAttribute("aria-label") == text;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
