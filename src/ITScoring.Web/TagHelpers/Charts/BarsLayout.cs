namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>Where the parts of a bar chart stand: each row its name and value in a line, the bar under it. Lengths are percents, so that only they grow with the page.</summary>
public sealed record BarsLayout(IReadOnlyList<PlacedBar> Bars, IReadOnlyList<PlacedMark> Marks, double Height)
{
    public const double LineHeight = 16;
    public const double BarHeight = 7;
    private const double ScaleHeight = 20;
    private const double RowGap = 10;
    private const double Gap = 12;

    /// <param name="marks">Between 0 and the end of the scale.</param>
    /// <param name="end">The end of the scale as people read it.</param>
    /// <param name="width">The least width, in pixels, at which it is shown.</param>
    public static BarsLayout Of(IReadOnlyList<BarRow> rows, IReadOnlyList<BarMark> marks, string end, double width = ChartText.Narrowest)
    {
        var bars = new List<PlacedBar>();
        var top = marks.Count > 0 || end.Length > 0 ? ScaleHeight : 0.0;
        foreach (var row in rows)
        {
            var lines = ChartText.Wrap(row.Name, width - ChartText.Width(row.Value) - Gap);
            var bar = new PlacedBar(row, lines, top + LineHeight, top + (lines.Count * LineHeight) + 6, Math.Clamp(row.Share ?? 0, 0, 1) * 100);
            bars.Add(bar);
            top = bar.Top + BarHeight + RowGap;
        }

        return new BarsLayout(bars, Labelled(marks, end, width), top);
    }

    /// <summary>The ends always have their labels; between them the highest marks come first.</summary>
    private static List<PlacedMark> Labelled(IReadOnlyList<BarMark> marks, string end, double width)
    {
        var taken = new List<(double From, double To)> { (0, ChartText.SmallWidth("0")), (width - ChartText.SmallWidth(end), width) };
        var placed = new List<PlacedMark>();
        foreach (var mark in marks.Where(m => m.Share is > 0 and < 1).OrderByDescending(m => m.Share))
        {
            var (middle, half) = (mark.Share * width, ChartText.SmallWidth(mark.Label) / 2);
            var free = taken.All(t => middle + half + 4 <= t.From || middle - half - 4 >= t.To);
            if (free)
                taken.Add((middle - half, middle + half));
            placed.Add(new PlacedMark(mark.Share * 100, free ? mark.Label : null));
        }

        placed.Reverse();
        return placed;
    }
}
