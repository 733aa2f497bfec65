using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ITScoring.Web.Security;

/// <summary>Whoever works in a membership for one period finds no other one. Public results are everybody's.</summary>
public sealed class OnlyOwnPeriod : IAsyncAuthorizationFilter
{
    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var path = context.HttpContext.Request.Path;
        if (AccountClaims.OnlyPeriodOf(context.HttpContext.User) is { } only
            && context.RouteData.Values.TryGetValue("period", out var asked) && asked is string period
            && !string.Equals(period, only, StringComparison.OrdinalIgnoreCase)
            && !path.StartsWithSegments("/results") && !path.StartsWithSegments("/guidance") && !path.StartsWithSegments("/api"))
            context.Result = new NotFoundResult();
        return Task.CompletedTask;
    }
}
