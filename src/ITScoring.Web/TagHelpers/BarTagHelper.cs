using System.Globalization;
using ITScoring.Domain.Scoring;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers;

/// <summary><c>&lt;bar points="…" of="…" /&gt;</c>: a thin bar under a number that it never replaces.</summary>
[HtmlTargetElement("bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTagHelper : TagHelper
{
    public Points? Points { get; set; }

    public Points Of { get; set; }

    /// <summary>Six pixels high instead of four.</summary>
    public bool Tall { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var share = Points is { } p && Of.Hundredths > 0 ? Math.Clamp(p.Hundredths * 100.0 / Of.Hundredths, 0, 100) : 0;
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar" + (Tall ? " bar--6" : "") + (Points is null ? " bar--na" : ""));
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(string.Create(CultureInfo.InvariantCulture, $"""<rect width="{share:0.#}%" height="100%"/>"""));
    }
}
