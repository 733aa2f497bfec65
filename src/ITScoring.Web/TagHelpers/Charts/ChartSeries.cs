namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>What one line of a chart stands for, with its values in the order of the axes or years.</summary>
/// <param name="Values">Null: there is none, and the line is broken there.</param>
/// <param name="IsReference">What the others are held against, e.g. a mean: a dashed grey line without marks.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values, bool IsReference = false);
