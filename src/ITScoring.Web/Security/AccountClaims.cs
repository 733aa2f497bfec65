using System.Globalization;
using System.Security.Claims;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Security;

/// <summary>What the sign-in cookie says of an account besides its number; written at sign-in and at each check of the security stamp.</summary>
public static class AccountClaims
{
    private const string RoleType = "itscoring:role";
    private const string AgencyType = "itscoring:agency";
    private const string NameType = "itscoring:name";
    private const string ActingFromType = "itscoring:acting-from";
    private const string ActingUntilType = "itscoring:acting-until";
    private const string MustChangeType = "itscoring:must-change-password";

    public static IEnumerable<Claim> Of(AppUser user)
    {
        yield return new Claim(RoleType, user.Role.ToString());
        yield return new Claim(NameType, user.DisplayName);
        if (user.AgencyId is { } agency)
            yield return new Claim(AgencyType, agency.ToString(CultureInfo.InvariantCulture));
        if (user.ActingFrom is { } from)
            yield return new Claim(ActingFromType, from.ToString("O", CultureInfo.InvariantCulture));
        if (user.ActingUntil is { } until)
            yield return new Claim(ActingUntilType, until.ToString("O", CultureInfo.InvariantCulture));
        if (user.MustChangePassword)
            yield return new Claim(MustChangeType, "true");
    }

    public static Role? RoleOf(ClaimsPrincipal user) => Enum.TryParse<Role>(user.FindFirstValue(RoleType), out var role) ? role : null;

    public static string NameOf(ClaimsPrincipal user) => user.FindFirstValue(NameType) ?? "";

    public static bool MustChangePassword(ClaimsPrincipal user) => user.HasClaim(MustChangeType, "true");

    /// <summary>The account as the domain's verbs see it; null when nobody is signed in.</summary>
    public static Actor? ActorOf(ClaimsPrincipal user) =>
        RoleOf(user) is { } role && int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? new Actor(id, role, int.TryParse(user.FindFirstValue(AgencyType), CultureInfo.InvariantCulture, out var agency) ? agency : null, Time(user, ActingFromType), Time(user, ActingUntilType))
            : null;

    private static DateTime? Time(ClaimsPrincipal user, string type) =>
        DateTime.TryParse(user.FindFirstValue(type), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;
}
