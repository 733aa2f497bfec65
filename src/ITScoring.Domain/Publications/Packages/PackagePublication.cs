namespace ITScoring.Domain.Publications.Packages;

/// <summary>The publication and the decision behind it.</summary>
/// <param name="PublishedAt">UTC, ISO 8601.</param>
/// <param name="DecisionDate">yyyy-MM-dd.</param>
/// <param name="Replaces">Number of the publication that this one corrects; null: the first.</param>
/// <param name="Reason">Why it corrects.</param>
public sealed record PackagePublication(int Number, string PublishedAt, string DecisionNumber, string DecisionDate, int? Replaces, string? Reason);
