using ITScoring.Data.Identity;
using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.Accounts;

/// <summary>One account, or a new one.</summary>
/// <param name="User">Null: a new account.</param>
/// <param name="Password">A password just given, shown this once.</param>
public sealed record AccountPage(AppUser? User, AccountForm Form, IReadOnlyList<Agency> Agencies, string? Password = null);
