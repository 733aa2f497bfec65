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
    private const string MembershipType = "itscoring:membership";
    private const string OnlyPeriodType = "itscoring:only-period";
    private const string HasMoreType = "itscoring:has-memberships";
    private const string SecondFactorType = "itscoring:second-factor";
    private const string MustChangeType = "itscoring:must-change-password";

    /// <param name="membership">The further membership in which the person works; null: in the account's own.</param>
    /// <param name="onlyPeriod">Code of the period to which it is limited; null: to none.</param>
    /// <param name="hasMore">Whether there is another to switch to.</param>
    public static IEnumerable<Claim> Of(AppUser user, AppUserMembership? membership = null, string? onlyPeriod = null, bool hasMore = false)
    {
        var (role, home) = membership is null ? (user.Role, user.AgencyId) : (membership.Role, membership.AgencyId);
        // The own time of signing belongs to the account's own role.
        var (actsFrom, actsUntil) = membership is null ? (user.ActingFrom, user.ActingUntil) : role == Role.Deputy ? (membership.From, membership.Until) : (null, null);
        yield return new Claim(RoleType, role.ToString());
        yield return new Claim(NameType, user.DisplayName);
        if (home is { } agency)
            yield return new Claim(AgencyType, agency.ToString(CultureInfo.InvariantCulture));
        if (actsFrom is { } from)
            yield return new Claim(ActingFromType, from.ToString("O", CultureInfo.InvariantCulture));
        if (actsUntil is { } until)
            yield return new Claim(ActingUntilType, until.ToString("O", CultureInfo.InvariantCulture));
        if (membership is not null)
            yield return new Claim(MembershipType, membership.Id.ToString(CultureInfo.InvariantCulture));
        if (onlyPeriod is not null)
            yield return new Claim(OnlyPeriodType, onlyPeriod);
        if (hasMore)
            yield return new Claim(HasMoreType, "true");
        if (user.TwoFactorEnabled)
            yield return new Claim(SecondFactorType, "true");
        if (user.MustChangePassword)
            yield return new Claim(MustChangeType, "true");
    }

    public static Role? RoleOf(ClaimsPrincipal user) => Enum.TryParse<Role>(user.FindFirstValue(RoleType), out var role) ? role : null;

    public static string NameOf(ClaimsPrincipal user) => user.FindFirstValue(NameType) ?? "";

    /// <summary>Whether the account signs in with two factors.</summary>
    public static bool HasSecondFactor(ClaimsPrincipal user) => user.HasClaim(SecondFactorType, "true");

    public static bool MustChangePassword(ClaimsPrincipal user) => user.HasClaim(MustChangeType, "true");

    /// <summary>The membership in which the person works; null: the account's own role.</summary>
    public static int? MembershipOf(ClaimsPrincipal? user) => int.TryParse(user?.FindFirstValue(MembershipType), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Code of the one period that the membership serves; null: all.</summary>
    public static string? OnlyPeriodOf(ClaimsPrincipal user) => user.FindFirstValue(OnlyPeriodType);

    /// <summary>Whether the person may switch to another membership.</summary>
    public static bool HasMemberships(ClaimsPrincipal user) => user.HasClaim(HasMoreType, "true");

    /// <summary>The account as the domain's verbs see it; null when nobody is signed in.</summary>
    public static Actor? ActorOf(ClaimsPrincipal user) =>
        RoleOf(user) is { } role && int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? new Actor(id, role, int.TryParse(user.FindFirstValue(AgencyType), CultureInfo.InvariantCulture, out var agency) ? agency : null, Time(user, ActingFromType), Time(user, ActingUntilType))
            : null;

    private static DateTime? Time(ClaimsPrincipal user, string type) =>
        DateTime.TryParse(user.FindFirstValue(type), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;
}
