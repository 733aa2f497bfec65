namespace ITScoring.Web.Startup;

/// <summary>What leads nowhere leads nowhere for everybody: 404, or 405 where only another method leads on. The fallback policy would ask strangers to sign in first.</summary>
public sealed class UnknownAddresses(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        switch (context.GetEndpoint())
        {
            case RouteEndpoint:
                return next(context);
            // The router's own answer, e.g. 405 with the methods that are allowed.
            case { RequestDelegate: { } refuse }:
                return refuse(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
