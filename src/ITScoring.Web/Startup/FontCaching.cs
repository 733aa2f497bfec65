namespace ITScoring.Web.Startup;

/// <summary>
/// Lets browsers keep the fonts. Pages name their styles and scripts by fingerprint, which browsers keep for ever; the style sheet names the fonts by their plain
/// addresses, and asking for seven unchanged fonts anew would cost every page as many requests.
/// </summary>
public static class FontCaching
{
    private const string Folder = "/lib/fonts";

    public static void UseFontCaching(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Folder))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                    context.Response.Headers.CacheControl = "public, max-age=2592000";
                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
