namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>The words at one axis of a radar chart.</summary>
/// <param name="Y">Base line of the first of two lines.</param>
/// <param name="Anchor">0: it begins at <paramref name="X"/>; 1: it stands around it; 2: it ends there.</param>
public sealed record RadarLabel(double X, double Y, int Anchor, string Name, string Value);
