using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers.Charts;

/// <summary><c>&lt;chart-lines chart-id="…" heading="…" description="…" years="@…" series="@…" text="@…" /&gt;</c>: values over the years.</summary>
[HtmlTargetElement("chart-lines", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LinesTagHelper : ChartTagHelper
{
    /// <summary>In order, earliest first.</summary>
    public IReadOnlyList<string> Years { get; set; } = [];

    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    /// <summary>Whether a year is measured as the year before; empty: all are.</summary>
    public IReadOnlyList<bool> Comparable { get; set; } = [];

    /// <summary>A value as people read it.</summary>
    public Func<double, string> Text { get; set; } = value => ChartMarkup.Pixels(value);

    /// <summary>A number of the scale as people read it; null: as a value.</summary>
    public Func<double, string>? TickText { get; set; }

    /// <summary>The highest value there can be.</summary>
    public double Highest { get; set; } = 1;

    protected override IEnumerable<TagBuilder> Draw()
    {
        var layout = LinesLayout.Of(Years, Series, Comparable.Count == Years.Count ? Comparable : [.. Years.Select(_ => true)], Text, Highest);
        var svg = Svg("chart--lines");
        svg.Attributes["height"] = ChartMarkup.Pixels(LinesLayout.Height);
        foreach (var (y, value) in layout.Ticks)
        {
            svg.Add(ChartMarkup.Element("line", ("x1", "15%"), ("x2", "100%"), ("y1", ChartMarkup.Pixels(y)), ("y2", ChartMarkup.Pixels(y)), ("class", "c-grid")))
                .Add(ChartMarkup.Text((TickText ?? Text)(value), "0", y + 4, "t-muted"));
        }

        foreach (var (x, text) in layout.Years.Where(y => y.Text is not null))
            svg.Add(ChartMarkup.Text(text!, ChartMarkup.Percent(x), LinesLayout.YearLine, "t-muted t-mid"));
        foreach (var (segments, i) in layout.Segments.Select((s, i) => (s, i)))
        {
            foreach (var s in segments)
            {
                svg.Add(ChartMarkup.Element(
                    "line", ("x1", ChartMarkup.Percent(s.From.X)), ("y1", ChartMarkup.Pixels(s.From.Y)), ("x2", ChartMarkup.Percent(s.To.X)), ("y2", ChartMarkup.Pixels(s.To.Y)),
                    ("class", (Series[i].IsReference ? "c-area--ref" : "c-line") + (s.IsDashed ? " c-line--old" : ""))));
            }
        }

        foreach (var (points, i) in layout.Points.Select((p, i) => (p, i)))
        {
            foreach (var point in points.OfType<LinePoint>())
            {
                svg.Add(ChartMarkup.Element("circle", ("cx", ChartMarkup.Percent(point.X)), ("cy", ChartMarkup.Pixels(point.Y)), ("r", "5"), ("class", Series[i].IsReference ? "c-dot c-dot--old" : "c-dot")));
                if (point.Label is not null)
                    svg.Add(ChartMarkup.Text(point.Label, ChartMarkup.Percent(point.X), point.LabelY, "t-mid t-halo" + (Series[i].IsReference ? "" : " t-strong")));
            }
        }

        return [svg];
    }
}
