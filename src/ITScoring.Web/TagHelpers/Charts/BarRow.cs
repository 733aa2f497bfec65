namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>One bar.</summary>
/// <param name="Value">As people read it; it stands over the bar's end of the row.</param>
/// <param name="Share">Length as a share of the scale; null: there is no bar, only the words.</param>
/// <param name="IsStrong">Drawn in the darker blue.</param>
public sealed record BarRow(string Name, string Value, double? Share, bool IsStrong = false);
