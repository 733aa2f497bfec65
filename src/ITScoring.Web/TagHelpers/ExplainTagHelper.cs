using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers;

/// <summary><c>&lt;explain about="biểu thức"&gt;…&lt;/explain&gt;</c>: an explanation beside a hard field, closed until somebody wants it. Several on a page are told apart by what they are about.</summary>
[HtmlTargetElement("explain")]
public sealed class ExplainTagHelper : TagHelper
{
    /// <summary>What is explained, as it reads after “Giải thích:”.</summary>
    public string About { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "explain");
        output.Content.AppendHtml("<summary>Giải thích: ");
        output.Content.Append(About);
        output.Content.AppendHtml("</summary><div class=\"explain__in\">");
        output.Content.AppendHtml(content);
        output.Content.AppendHtml("</div>");
    }
}
