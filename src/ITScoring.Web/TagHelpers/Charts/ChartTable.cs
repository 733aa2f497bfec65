namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>The numbers of a chart as a table: whoever cannot see the chart, or trusts no drawing, reads them there.</summary>
/// <param name="Heads">The first is over the names, the others are over numbers.</param>
/// <param name="Rows">As many cells as there are heads, as people read them.</param>
public sealed record ChartTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
