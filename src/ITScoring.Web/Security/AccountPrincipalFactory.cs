using System.Security.Claims;
using ITScoring.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Security;

/// <summary>Puts role, home agency and name of an account into its cookie.</summary>
public sealed class AccountPrincipalFactory(UserManager<AppUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<AppUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(AccountClaims.Of(user));
        return identity;
    }
}
