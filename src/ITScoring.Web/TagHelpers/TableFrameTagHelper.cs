using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers;

/// <summary>
/// <c>&lt;table-frame label="Ngày nghỉ"&gt;</c>: the frame in which a wide table scrolls, so that the page does not. It can be reached by keyboard and
/// has a name of its own, apart from the section it stands in.
/// </summary>
[HtmlTargetElement("table-frame")]
public sealed class TableFrameTagHelper : TagHelper
{
    /// <summary>What the table shows, as a heading would say it.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", output.Attributes.TryGetAttribute("class", out var given) ? "frame " + given.Value : "frame");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", "Bảng: " + Label);
    }
}
