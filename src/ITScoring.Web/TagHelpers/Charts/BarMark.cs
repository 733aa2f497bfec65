namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>A value of the scale that is marked in every bar.</summary>
/// <param name="Share">Its place as a share of the scale.</param>
public sealed record BarMark(double Share, string Label);
