namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>A mark of the scale where it stands.</summary>
/// <param name="At">In percent of the chart's width.</param>
/// <param name="Label">Null: there is no room for it beside its neighbours.</param>
public sealed record PlacedMark(double At, string? Label);
