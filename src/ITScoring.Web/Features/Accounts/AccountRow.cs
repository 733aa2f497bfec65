using ITScoring.Data.Identity;

namespace ITScoring.Web.Features.Accounts;

/// <summary>An account in the list.</summary>
/// <param name="Agency">Name of the home agency.</param>
/// <param name="LockedUntil">Until when (UTC) it is locked after wrong passwords; null: it is not.</param>
public sealed record AccountRow(AppUser User, string? Agency, DateTime? LockedUntil);
