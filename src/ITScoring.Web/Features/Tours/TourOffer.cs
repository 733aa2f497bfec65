using ITScoring.Web.Security;

namespace ITScoring.Web.Features.Tours;

/// <summary>
/// Whether the home page offers the tour. That somebody has seen it is kept in a cookie of the account, sent with the home page only: in another browser
/// it is offered once more, which does no harm, and no table has to know it.
/// </summary>
public static class TourOffer
{
    private const string Home = "/home";

    public static bool IsOpen(HttpContext context, CurrentUser user) => !context.Request.Cookies.ContainsKey(NameOf(user));

    public static void Close(HttpContext context, CurrentUser user) => context.Response.Cookies.Append(NameOf(user), "1", new CookieOptions
    {
        Path = Home,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(400),
    });

    private static string NameOf(CurrentUser user) => $"tour.seen.{user.UserId}";
}
