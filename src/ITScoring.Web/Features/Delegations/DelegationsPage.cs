using ITScoring.Data.Identity;

namespace ITScoring.Web.Features.Delegations;

/// <summary>The deputies of an agency with their times of signing.</summary>
public sealed record DelegationsPage(IReadOnlyList<AppUser> Deputies, DelegationForm Form, DateTime Now);
