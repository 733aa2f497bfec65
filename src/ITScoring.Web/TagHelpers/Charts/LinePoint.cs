namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>A value of a line chart where it stands.</summary>
/// <param name="X">In percent of the chart's width.</param>
/// <param name="Label">Null: there is no room for it; the table has it.</param>
/// <param name="LabelY">Base line of the label.</param>
public sealed record LinePoint(double X, double Y, string? Label, double LabelY);
