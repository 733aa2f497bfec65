namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>The way between two values that follow each other.</summary>
/// <param name="IsDashed">The two are not measured alike.</param>
public sealed record LineSegment(LinePoint From, LinePoint To, bool IsDashed);
