namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>A bar where it stands.</summary>
/// <param name="Lines">The name; the value stands in the last of its lines.</param>
/// <param name="FirstLine">Base line of the first, in pixels; the next are <see cref="BarsLayout.LineHeight"/> lower.</param>
/// <param name="Top">Of the bar, in pixels.</param>
/// <param name="Length">In percent of the chart's width.</param>
public sealed record PlacedBar(BarRow Row, IReadOnlyList<string> Lines, double FirstLine, double Top, double Length)
{
    public double LastLine => FirstLine + ((Lines.Count - 1) * BarsLayout.LineHeight);
}
