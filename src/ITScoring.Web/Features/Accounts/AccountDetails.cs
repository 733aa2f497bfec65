using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Features.Accounts;

/// <summary>What an administrator enters about an account.</summary>
/// <param name="ActingFrom">First instant (UTC) at which a deputy signs; null for other roles.</param>
/// <param name="ActingUntil">Last instant of the same.</param>
public sealed record AccountDetails(string DisplayName, string? JobTitle, string? Email, Role Role, int? AgencyId, DateTime? ActingFrom, DateTime? ActingUntil);
