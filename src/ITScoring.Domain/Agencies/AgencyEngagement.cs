namespace ITScoring.Domain.Agencies;

/// <summary>An agency's part in a period that has been opened and not yet published.</summary>
/// <param name="Title">Of the period.</param>
/// <param name="Through">The last day that the period's deadlines name; an agency stays at least until then.</param>
public sealed record AgencyEngagement(int AgencyId, string Title, DateOnly Through);
