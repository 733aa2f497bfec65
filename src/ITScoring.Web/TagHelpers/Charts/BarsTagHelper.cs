using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers.Charts;

/// <summary><c>&lt;chart-bars chart-id="…" heading="…" description="…" rows="@…" /&gt;</c>: lying bars on one scale, each with its name and its number.</summary>
[HtmlTargetElement("chart-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarsTagHelper : ChartTagHelper
{
    public IReadOnlyList<BarRow> Rows { get; set; } = [];

    /// <summary>Values that are marked in all bars, e.g. the limits of the classes.</summary>
    public IReadOnlyList<BarMark> Marks { get; set; } = [];

    /// <summary>The end of the scale as people read it; empty: no scale over the bars.</summary>
    public string ScaleEnd { get; set; } = "";

    protected override IEnumerable<TagBuilder> Draw() =>
        [Picture(BarsLayout.Of(Rows, Marks, ScaleEnd, ChartText.WideFrom), "chart--wide", ""), Picture(BarsLayout.Of(Rows, Marks, ScaleEnd), "chart--narrow", "-n")];

    private TagBuilder Picture(BarsLayout layout, string css, string suffix)
    {
        var svg = Svg(css, suffix);
        svg.Attributes["height"] = ChartMarkup.Pixels(layout.Height);
        if (ScaleEnd.Length > 0)
        {
            svg.Add(ChartMarkup.Text("0", "0", 12, "t-muted")).Add(ChartMarkup.Text(ScaleEnd, "100%", 12, "t-muted t-end"));
            foreach (var mark in layout.Marks.Where(m => m.Label is not null))
                svg.Add(ChartMarkup.Text(mark.Label!, ChartMarkup.Percent(mark.At), 12, "t-muted t-mid"));
        }

        foreach (var bar in layout.Bars)
        {
            foreach (var (line, i) in bar.Lines.Select((l, i) => (l, i)))
                svg.Add(ChartMarkup.Text(line, "0", bar.FirstLine + (i * BarsLayout.LineHeight), ""));
            svg.Add(ChartMarkup.Text(bar.Row.Value, "100%", bar.LastLine, "t-end t-strong"));
            if (bar.Row.Share is null)
                continue;
            var (top, height) = (ChartMarkup.Pixels(bar.Top), ChartMarkup.Pixels(BarsLayout.BarHeight));
            svg.Add(ChartMarkup.Element("rect", ("class", "c-track"), ("x", "0"), ("y", top), ("width", "100%"), ("height", height), ("rx", "2")))
                .Add(ChartMarkup.Element("rect", ("class", bar.Row.IsStrong ? "c-bar c-bar--hi" : "c-bar"), ("x", "0"), ("y", top), ("width", ChartMarkup.Percent(bar.Length)), ("height", height), ("rx", "2")));
            foreach (var mark in layout.Marks)
                svg.Add(ChartMarkup.Element("rect", ("class", "c-mark"), ("x", ChartMarkup.Percent(mark.At)), ("y", ChartMarkup.Pixels(bar.Top - 1)), ("width", "2"), ("height", ChartMarkup.Pixels(BarsLayout.BarHeight + 2))));
        }

        return svg;
    }
}
