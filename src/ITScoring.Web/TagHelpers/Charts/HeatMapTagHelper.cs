using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ITScoring.Web.TagHelpers.Charts;

/// <summary><c>&lt;chart-heat-map chart-id="…" heading="…" description="…" columns="@…" rows="@…" /&gt;</c>: numbers in cells of one hue, the deeper the more.</summary>
[HtmlTargetElement("chart-heat-map", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HeatMapTagHelper : ChartTagHelper
{
    /// <summary>From this level on the number in the cell is white.</summary>
    private const int FirstDark = 6;

    public IReadOnlyList<string> Columns { get; set; } = [];

    public IReadOnlyList<HeatRow> Rows { get; set; } = [];

    protected override IEnumerable<TagBuilder> Draw() =>
        [Picture(HeatLayout.Wide(Columns, Rows), "chart--wide chart--heat", "", named: false), Picture(HeatLayout.Narrow(Rows), "chart--narrow", "-n", named: true)];

    /// <param name="named">Whether each cell says its column.</param>
    private TagBuilder Picture(HeatLayout layout, string css, string suffix, bool named)
    {
        var svg = Svg(css, suffix);
        svg.Attributes["height"] = ChartMarkup.Pixels(layout.Height);
        foreach (var (middle, text) in layout.Heads)
            svg.Add(ChartMarkup.Text(text, ChartMarkup.Percent(middle), 14, "t-cell t-strong"));
        foreach (var row in layout.Rows)
        {
            foreach (var (line, i) in row.Lines.Select((l, i) => (l, i)))
                svg.Add(ChartMarkup.Text(line, "0", row.FirstLine + (i * HeatLayout.LineHeight), ""));
            foreach (var cell in row.Cells)
            {
                var dark = cell.Level >= FirstDark ? " on-dark" : "";
                svg.Add(ChartMarkup.Element(
                    "rect", ("x", ChartMarkup.Percent(cell.X)), ("y", ChartMarkup.Pixels(cell.Y)), ("width", ChartMarkup.Percent(cell.Width)), ("height", ChartMarkup.Pixels(cell.Height)), ("class", $"c-cell heat-{cell.Level}")));
                if (named)
                    svg.Add(ChartMarkup.Text(Columns[cell.Column], ChartMarkup.Percent(cell.Middle), cell.Y + 15, "t-cell t-tiny" + dark));
                svg.Add(ChartMarkup.Text(cell.Cell.Text, ChartMarkup.Percent(cell.Middle), cell.Y + (named ? 31 : (cell.Height / 2) + 4.5), "t-cell" + dark));
            }
        }

        return svg;
    }
}
