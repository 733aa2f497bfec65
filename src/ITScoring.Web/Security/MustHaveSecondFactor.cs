using ITScoring.Web.Practice;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Security;

/// <summary>Whose role asks for two factors sets the second one up before anything else.</summary>
public sealed class MustHaveSecondFactor(IOptions<SecondFactorOptions> options, IOptions<PracticeOptions> practice) : IAsyncAuthorizationFilter
{
    private static readonly string[] Open = ["/second-factor", "/password", "/memberships", "/session", "/sign-out", "/errors", "/api"];

    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var (user, path) = (context.HttpContext.User, context.HttpContext.Request.Path);
        if (AccountClaims.RoleOf(user) is { } role && options.Value.Requires(role) && !AccountClaims.HasSecondFactor(user) && !practice.Value.Enabled
            && !AccountClaims.MustChangePassword(user) && !Open.Any(o => path.StartsWithSegments(o, StringComparison.OrdinalIgnoreCase)))
            context.Result = new RedirectResult("/second-factor");
        return Task.CompletedTask;
    }
}
