using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers.Charts;

/// <summary><c>&lt;chart-radar chart-id="…" heading="…" description="…" axes="@…" series="@…" /&gt;</c>: shares of several wholes around a centre. Nothing with fewer than three axes.</summary>
[HtmlTargetElement("chart-radar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadarTagHelper : ChartTagHelper
{
    /// <summary>Short name and value of each axis.</summary>
    public IReadOnlyList<(string Name, string Value)> Axes { get; set; } = [];

    /// <summary>The first is filled when it is compared with a reference only.</summary>
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    protected override IEnumerable<TagBuilder> Draw()
    {
        if (Axes.Count < RadarLayout.FewestAxes)
            return [];
        var layout = RadarLayout.Of(Axes, Series);
        var svg = Svg("chart--box chart--radar");
        svg.Attributes["viewBox"] = $"0 0 {ChartMarkup.Pixels(RadarLayout.Width)} {ChartMarkup.Pixels(RadarLayout.Height)}";
        foreach (var ring in layout.Rings)
            svg.Add(ChartMarkup.Element("polygon", ("points", ChartMarkup.Points(ring)), ("class", "c-grid c-open")));
        foreach (var (x, y) in layout.Ends)
            svg.Add(ChartMarkup.Element("line", ("x1", ChartMarkup.Pixels(RadarLayout.Centre.X)), ("y1", ChartMarkup.Pixels(RadarLayout.Centre.Y)), ("x2", ChartMarkup.Pixels(x)), ("y2", ChartMarkup.Pixels(y)), ("class", "c-grid")));
        var isFilled = Series.Count(s => !s.IsReference) == 1;
        // What the others are held against is drawn first, under them.
        foreach (var i in Enumerable.Range(0, Series.Count).OrderByDescending(i => Series[i].IsReference))
        {
            var css = Series[i].IsReference ? "c-area--ref" : isFilled ? "c-area" : $"c-series c-series--{i + 1}";
            foreach (var run in layout.Series[i])
            {
                svg.Add(ChartMarkup.Element(run.IsClosed ? "polygon" : "polyline", ("points", ChartMarkup.Points(run.Points)), ("class", run.IsClosed ? css : css + " c-open")));
                if (Series[i].IsReference)
                    continue;
                foreach (var (x, y) in run.Points)
                    svg.Add(ChartMarkup.Mark(isFilled ? 0 : i, ChartMarkup.Pixels(x), y, x, isFilled ? "c-dot" : $"c-dot c-dot--{i + 1}"));
            }
        }

        foreach (var label in layout.Labels)
        {
            var anchor = label.Anchor switch { 1 => " t-mid", 2 => " t-end", _ => "" };
            svg.Add(ChartMarkup.Text(label.Name, ChartMarkup.Pixels(label.X), label.Y, "t-strong" + anchor));
            if (label.Value.Length > 0)
                svg.Add(ChartMarkup.Text(label.Value, ChartMarkup.Pixels(label.X), label.Y + RadarLayout.LineHeight, anchor.TrimStart()));
        }

        return [svg];
    }
}
