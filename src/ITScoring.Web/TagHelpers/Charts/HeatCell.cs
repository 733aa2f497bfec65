namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>One cell of a heat map.</summary>
/// <param name="Share">What its depth stands for, 0 to 1; null: there is nothing to show.</param>
/// <param name="Text">The number in the cell.</param>
public sealed record HeatCell(double? Share, string Text);
