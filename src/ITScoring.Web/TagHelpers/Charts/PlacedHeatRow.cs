namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>A row of a heat map where it stands.</summary>
/// <param name="Lines">The name; the first line's base is <paramref name="FirstLine"/>.</param>
public sealed record PlacedHeatRow(HeatRow Row, IReadOnlyList<string> Lines, double FirstLine, IReadOnlyList<PlacedCell> Cells);
