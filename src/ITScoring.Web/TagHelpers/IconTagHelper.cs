using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers;

/// <summary><c>&lt;icon name="check" /&gt;</c>: a line drawing beside a word, never instead of one.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private static readonly Dictionary<string, string> Drawings = new()
    {
        ["check"] = """<path d="M5 12.5l4.5 4.5L19 7.5"/>""",
        ["warning"] = """<path d="M12 4l9 16H3z"/><path d="M12 10v4.5M12 17.2v.1"/>""",
        ["info"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.6v.1"/>""",
        ["circle"] = """<circle cx="12" cy="12" r="7.5"/>""",
        ["half"] = """<circle cx="12" cy="12" r="7.5"/><path d="M12 4.5a7.5 7.5 0 010 15z" fill="currentColor"/>""",
        ["edit"] = """<path d="M5 19l1-4L16 5l3 3L9 18z"/>""",
        ["lock"] = """<rect x="5" y="11" width="14" height="9" rx="1.5"/><path d="M8 11V8a4 4 0 018 0v3"/>""",
        ["file"] = """<path d="M14 3H6.5v18h11V6.5z"/><path d="M14 3v3.5h3.5"/>""",
        ["link"] = """<path d="M10 14a4 4 0 006 .4l3-3a4 4 0 00-5.700-5.700l-1.500 1.500M14 10a4 4 0 00-6-.4l-3 3a4 4 0 005.700 5.700l1.500-1.500"/>""",
        ["plus"] = """<path d="M12 5v14M5 12h14"/>""",
        ["search"] = """<circle cx="11" cy="11" r="6"/><path d="M15.500 15.500L20 20"/>""",
        ["previous"] = """<path d="M14.500 6l-6 6 6 6"/>""",
        ["next"] = """<path d="M9.500 6l6 6-6 6"/>""",
        ["refresh"] = """<path d="M20 11a8 8 0 00-14.5-3.5L4 9M4 4.5V9h4.5M4 13a8 8 0 0014.500 3.500L20 15m0 4.500V15h-4.500"/>""",
        ["back"] = """<path d="M9 7l-5 5 5 5M4 12h11a5 5 0 010 10"/>""",
        ["print"] = """<path d="M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z"/>""",
        ["download"] = """<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="8"/><path d="M12 7.500V12l3 2"/>""",
        ["person"] = """<circle cx="12" cy="8.500" r="3.500"/><path d="M5 20a7 7 0 0114 0"/>""",
    };

    public string Name { get; set; } = "circle";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ic");
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(Drawings.GetValueOrDefault(Name, Drawings["circle"]));
    }
}
