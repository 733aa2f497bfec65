using ITScoring.Data.Identity;
using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.Accounts;

/// <summary>One account, or a new one.</summary>
/// <param name="User">Null: a new account.</param>
/// <param name="LockedUntil">Until when (UTC) it is locked after wrong passwords; null: it is not.</param>
public sealed record AccountPage(AppUser? User, AccountForm Form, IReadOnlyList<Agency> Agencies, DateTime? LockedUntil = null);
