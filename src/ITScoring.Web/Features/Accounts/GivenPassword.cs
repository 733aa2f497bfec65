using ITScoring.Data.Identity;

namespace ITScoring.Web.Features.Accounts;

/// <summary>A password just given to an account; shown this once and kept nowhere in clear.</summary>
/// <param name="Doubled">User names of accounts that look like the same person.</param>
public sealed record GivenPassword(AppUser User, string Password, bool IsNew, IReadOnlyList<string>? Doubled = null);
