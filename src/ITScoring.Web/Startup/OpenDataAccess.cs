using Microsoft.Net.Http.Headers;

namespace ITScoring.Web.Startup;

/// <summary>
/// Scripts of any site may read the API: with GET, without cookies. The framework's own CORS answers only requests that name an origin; a shared cache that keeps
/// the answer to one without would keep it from everybody else's scripts. So every answer of the API says it, errors too.
/// </summary>
public sealed class OpenDataAccess(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!request.Path.IsApi())
            return next(context);
        // At the last moment: what tells of an error begins with empty headers.
        response.OnStarting(() =>
        {
            response.Headers.AccessControlAllowOrigin = "*";
            response.Headers.AccessControlExposeHeaders = HeaderNames.ETag;
            return Task.CompletedTask;
        });
        if (!HttpMethods.IsOptions(request.Method) || !request.Headers.ContainsKey(HeaderNames.Origin) || !request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod))
            return next(context);
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = HttpMethods.Get;
        response.Headers.AccessControlAllowHeaders = HeaderNames.IfNoneMatch;
        response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }
}
