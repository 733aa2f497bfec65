namespace ITScoring.Web.Features.Periods;

/// <summary>An agency that takes part.</summary>
/// <param name="NotRankedReason">Why it is not ranked; null: it is.</param>
public sealed record PlannedAgency(int AgencyId, string? NotRankedReason);
