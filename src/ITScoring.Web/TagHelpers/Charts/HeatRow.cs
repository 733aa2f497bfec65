namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>One row of a heat map.</summary>
public sealed record HeatRow(string Name, IReadOnlyList<HeatCell> Cells);
