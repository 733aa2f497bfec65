using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: every problem of the page's model state with a link to its field (the field's id is its name with dots and
/// brackets as underscores, as <c>&lt;field&gt;</c> writes it). Nothing when there is none.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Heading { get; set; } = "Có mục cần sửa";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var fields = SentFields();
        var problems = ViewContext.ModelState.SelectMany(e => e.Value!.Errors.Select(p => (Name: e.Key, p.ErrorMessage)))
            .OrderBy(p => fields.FindIndex(f => IsOf(f, p.Name)) is >= 0 and var at ? at : fields.Count)
            .ToList();
        if (problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errsum");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", "loi");
        output.Attributes.SetAttribute("tabindex", "-1");
        var heading = new TagBuilder("h2");
        heading.Attributes["id"] = "loi";
        heading.InnerHtml.Append(problems.Count == 1 ? Heading : $"{Heading} ({problems.Count})");
        var list = new TagBuilder("ul");
        foreach (var (name, message) in problems)
        {
            var item = new TagBuilder("li");
            if (name.Length == 0)
            {
                item.InnerHtml.Append(message);
            }
            else
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = "#" + FieldTagHelper.IdOf(name);
                link.InnerHtml.Append(message);
                item.InnerHtml.AppendHtml(link);
            }

            list.InnerHtml.AppendHtml(item);
        }

        output.Content.AppendHtml(heading).AppendHtml(list);
    }

    /// <summary>Whether a sent field is of the thing that has the problem: itself, a cell of its table (A07[0].name), or what accompanies it (v-A05).</summary>
    private static bool IsOf(string field, string name) =>
        field.Equals(name, StringComparison.OrdinalIgnoreCase)
        || field.StartsWith(name + "[", StringComparison.OrdinalIgnoreCase)
        || (name.Length > 0 && field.EndsWith("-" + name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The names that were sent: a browser sends fields in the order of the page, in which the problems are to be mended.</summary>
    private List<string> SentFields()
    {
        var request = ViewContext.HttpContext.Request;
        return [.. request.HasFormContentType ? request.Form.Keys : request.Query.Keys];
    }
}
