using Microsoft.AspNetCore.Diagnostics;

namespace ITScoring.Web.Startup;

/// <summary>Requests that a script of an open page sends: they are answered with statuses and data, not with pages.</summary>
internal static class ScriptRequests
{
    private const string Header = "X-Requested-With";

    public static bool IsByScript(this HttpRequest request) => request.Headers[Header] == "XMLHttpRequest";

    /// <summary>Leaves the statuses of script requests without the page that tells people of an error.</summary>
    public static void UseBareStatusesForScripts(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.IsByScript() && !context.Request.Path.IsApi() && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    });
}
