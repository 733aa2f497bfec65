using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace ITScoring.Web.Features.Results;

/// <summary>
/// Keeps a public result page for strangers. A kept page belongs to what was published when it was made (<see cref="PublicStamp"/>): with the next publication, in whichever
/// process it was made, all are asked for under another key. Nothing is kept of or shown to anybody whose request carries a cookie that could make the page his own.
/// </summary>
/// <param name="queryKeys">What of the address's query the page looks at.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicPageAttribute(params string[] queryKeys) : Attribute, IOutputCachePolicy
{
    /// <summary>The list of agencies can change without a publication; so long an old line of succession may be shown.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Cookies of no page: only forms that are sent look at them.</summary>
    private static readonly string[] Harmless = ["itscoring-form"];

    public IReadOnlyList<string> QueryKeys => queryKeys;

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isStranger = HttpMethods.IsGet(request.Method)
            && context.HttpContext.User.Identity?.IsAuthenticated != true
            && string.IsNullOrEmpty(request.Headers[HeaderNames.Authorization])
            && request.Cookies.Keys.All(Harmless.Contains)
            // What people type into a search box would fill the store with pages that nobody asks for again.
            && string.IsNullOrEmpty(request.Query["search"]);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (isStranger, isStranger, isStranger, true);
        context.ResponseExpirationTimeSpan = Kept;
        if (!isStranger)
            return;
        var rules = context.CacheVaryByRules;
        rules.VaryByHost = true;
        // The framework's own rule would sort the values of a key, in the request too; in a comparison their order is the order of the columns.
        rules.VaryByValues["query"] = string.Join('&', queryKeys.SelectMany(key => request.Query[key].Select(value => $"{key}={Uri.EscapeDataString(value ?? "")}")));
        rules.VaryByValues["publication"] = await context.HttpContext.RequestServices.GetRequiredService<PublicStamp>().ReadAsync(context.HttpContext.RequestServices, cancellation);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !string.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
