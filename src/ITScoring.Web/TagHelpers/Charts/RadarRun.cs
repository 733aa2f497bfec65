namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>Values of a series on axes that follow each other without a gap.</summary>
/// <param name="IsClosed">All axes have a value: the line goes round.</param>
public sealed record RadarRun(IReadOnlyList<(double X, double Y)> Points, bool IsClosed);
