using ITScoring.Data.Identity;

namespace ITScoring.Web.Features.Accounts;

/// <summary>A password just given to an account; shown this once and kept nowhere in clear.</summary>
public sealed record GivenPassword(AppUser User, string Password, bool IsNew);
