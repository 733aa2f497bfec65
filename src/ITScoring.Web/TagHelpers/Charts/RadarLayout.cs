namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>Where the parts of a radar chart stand. The first axis points up, the others follow clockwise.</summary>
public sealed record RadarLayout(
    IReadOnlyList<IReadOnlyList<(double X, double Y)>> Rings, IReadOnlyList<(double X, double Y)> Ends, IReadOnlyList<RadarLabel> Labels, IReadOnlyList<IReadOnlyList<RadarRun>> Series)
{
    public const double Width = 272;
    public const double Height = 252;
    public const double Radius = 82;
    public const double LineHeight = 15;
    private const int Circles = 4;

    /// <summary>Fewer axes make no surface.</summary>
    public const int FewestAxes = 3;

    public static (double X, double Y) Centre => (Width / 2, Height / 2);

    /// <param name="labels">Short name and value of each axis.</param>
    /// <param name="series">Shares of the axes, 0 to 1.</param>
    public static RadarLayout Of(IReadOnlyList<(string Name, string Value)> labels, IReadOnlyList<ChartSeries> series)
    {
        var count = labels.Count;
        (double X, double Y) At(int axis, double share)
        {
            var angle = (2 * Math.PI * axis / count) - (Math.PI / 2);
            return (Centre.X + (Radius * share * Math.Cos(angle)), Centre.Y + (Radius * share * Math.Sin(angle)));
        }

        return new RadarLayout(
            [.. Enumerable.Range(1, Circles).Select(r => (IReadOnlyList<(double, double)>)[.. Enumerable.Range(0, count).Select(a => At(a, (double)r / Circles))])],
            [.. Enumerable.Range(0, count).Select(a => At(a, 1))],
            [.. labels.Select((l, a) => Label(At(a, 1), l.Name, l.Value))],
            [.. series.Select(s => (IReadOnlyList<RadarRun>)[.. Runs([.. s.Values.Select((v, a) => v is { } share ? At(a, Math.Clamp(share, 0, 1)) : ((double X, double Y)?)null)])])]);
    }

    private static RadarLabel Label((double X, double Y) end, string name, string value)
    {
        var (dx, dy) = ((end.X - Centre.X) / Radius, (end.Y - Centre.Y) / Radius);
        var anchor = Math.Abs(dx) < 0.15 ? 1 : dx > 0 ? 0 : 2;
        // Above the top axis both lines end before it; below the bottom one they begin after it; beside, they stand around it.
        var first = end.Y + (dy * 12) + (LineHeight * (dy - 1) / 2) + 4;
        return new RadarLabel(end.X + (dx * 10), first, anchor, name, value);
    }

    /// <summary>A gap parts the line; the end joins the beginning.</summary>
    private static IEnumerable<RadarRun> Runs(IReadOnlyList<(double X, double Y)?> points)
    {
        var gap = points.ToList().FindIndex(p => p is null);
        if (gap < 0)
        {
            yield return new RadarRun([.. points.Select(p => p!.Value)], true);
            yield break;
        }

        var run = new List<(double, double)>();
        for (var i = 1; i <= points.Count; i++)
        {
            if (points[(gap + i) % points.Count] is { } point)
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return new RadarRun(run, false);
                run = [];
            }
        }
    }
}
