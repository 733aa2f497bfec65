using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Features.Practice;

/// <summary>An account that one may practise as.</summary>
/// <param name="Who">Name and place, to choose by.</param>
public sealed record PracticeRole(string UserName, Role Role, string Who, int? AgencyId);
