using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>
/// A chart drawn on the server: an SVG that is read out as one picture with title and description, and under it a closed table with the same numbers.
/// A page that shows the numbers beside the chart leaves the table out.
/// </summary>
public abstract class ChartTagHelper : TagHelper
{
    /// <summary>Unique on the page; names of parts begin with it.</summary>
    public string ChartId { get; set; } = "chart";

    /// <summary>What is drawn, as a heading would say it.</summary>
    public string Heading { get; set; } = "";

    /// <summary>What is to be seen: highest, lowest, what stands out.</summary>
    public string Description { get; set; } = "";

    /// <summary>Null: the page shows the numbers in a table of its own.</summary>
    public ChartTable? Table { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var drawing in Draw())
            output.Content.AppendHtml(drawing);
        if (Table is { } table)
            output.Content.AppendHtml(Twin(table));
    }

    /// <summary>One picture, or several of which the style sheet shows one.</summary>
    protected abstract IEnumerable<TagBuilder> Draw();

    /// <param name="suffix">Sets the pictures of one chart apart.</param>
    /// <param name="css">Classes beside <c>chart</c>.</param>
    protected TagBuilder Svg(string css = "", string suffix = "")
    {
        var (title, description) = ($"{ChartId}{suffix}-t", $"{ChartId}{suffix}-d");
        var svg = ChartMarkup.Element("svg", ("class", $"chart {css}".TrimEnd()), ("role", "img"), ("aria-labelledby", title), ("aria-describedby", description), ("focusable", "false"));
        return svg.Add(ChartMarkup.WithText("title", Heading, ("id", title))).Add(ChartMarkup.WithText("desc", Description, ("id", description)));
    }

    private TagBuilder Twin(ChartTable table)
    {
        var head = new TagBuilder("tr");
        foreach (var (text, i) in table.Heads.Select((h, i) => (h, i)))
            head.Add(ChartMarkup.WithText("th", text, ("scope", "col"), ("class", i == 0 ? null : "r")));
        var body = new TagBuilder("tbody");
        foreach (var row in table.Rows)
        {
            var line = new TagBuilder("tr");
            foreach (var (text, i) in row.Select((c, i) => (c, i)))
                line.Add(i == 0 ? ChartMarkup.WithText("th", text, ("scope", "row")) : ChartMarkup.WithText("td", text, ("class", "r")));
            body.Add(line);
        }

        var numbers = ChartMarkup.Element("table", ("class", "tbl tbl--tight")).Add(new TagBuilder("thead").Add(head)).Add(body);
        var frame = ChartMarkup.Element("div", ("class", "frame"), ("role", "region"), ("tabindex", "0"), ("aria-label", "Số liệu của biểu đồ: " + Heading)).Add(numbers);
        return ChartMarkup.Element("details", ("class", "twin")).Add(ChartMarkup.WithText("summary", "Xem số liệu dạng bảng")).Add(frame);
    }
}
