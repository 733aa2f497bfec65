namespace ITScoring.Web.Features.Assignments;

/// <summary>A reviewer and what is his in a period.</summary>
/// <param name="Home">The home agency's short name.</param>
/// <param name="Forms">Agencies whose whole form he verifies.</param>
/// <param name="Criteria">Criteria in all forms; 0 while the period has no criteria set.</param>
/// <param name="Conflicts">Agencies with which he declared a conflict of interest.</param>
public sealed record AssignableReviewer(int Id, string Name, int? AgencyId, string Home, int Forms, int Criteria, IReadOnlySet<int> Conflicts);
