using Microsoft.AspNetCore.Authentication;

namespace ITScoring.Web.Security;

/// <summary>How long the session of the request still lasts.</summary>
public sealed class SessionClock(IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>Whole seconds as the cookie that came with the request tells; null: nobody is signed in.</summary>
    public int? SecondsLeft() =>
        http.HttpContext?.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult is { Succeeded: true, Properties.ExpiresUtc: { } until } ? (int)(until - clock.GetUtcNow()).TotalSeconds : null;
}
