using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ITScoring.Web.Security;

/// <summary>Whoever got the password from somebody else changes it before anything else.</summary>
public sealed class MustChangePassword : IAsyncAuthorizationFilter
{
    private static readonly string[] Open = ["/password", "/sign-out", "/errors", "/api"];

    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var path = context.HttpContext.Request.Path;
        if (AccountClaims.MustChangePassword(context.HttpContext.User) && !Open.Any(o => path.StartsWithSegments(o, StringComparison.OrdinalIgnoreCase)))
            context.Result = new RedirectResult("/password");
        return Task.CompletedTask;
    }
}
