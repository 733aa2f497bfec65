using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Periods;

/// <summary>Who verifies whom.</summary>
public sealed record ReviewersPage(Period Period, IReadOnlyList<(int Id, string Name, int? AgencyId, string Home)> Reviewers);
