using ITScoring.Data.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Security;

/// <summary>Keeps the chosen membership when the cookie is checked against the account; one that has ended falls back to the account's own role.</summary>
public sealed class MembershipStampValidator(IOptions<SecurityStampValidatorOptions> options, SignInManager<AppUser> signIn, ILoggerFactory logger, WorkingAs working)
    : SecurityStampValidator<AppUser>(options, signIn, logger)
{
    protected override Task SecurityStampVerified(AppUser user, CookieValidatePrincipalContext context)
    {
        working.MembershipId = AccountClaims.MembershipOf(context.Principal) ?? WorkingAs.Own;
        return base.SecurityStampVerified(user, context);
    }
}
