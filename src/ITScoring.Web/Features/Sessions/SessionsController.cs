using ITScoring.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Sessions;

/// <summary>Tells an open page how long the session still lasts, and prolongs it when the person asks.</summary>
[Route("session")]
public sealed class SessionsController(IOptions<SessionLength> length, SessionClock session, CurrentUser user) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.OwnAccount)]
    [IdleRequest]
    [ResponseCache(NoStore = true)]
    public IActionResult Left() => Json(new { left = session.SecondsLeft(), user = user.UserId });

    [HttpPost("")]
    [RequirePermission(Permission.OwnAccount)]
    public async Task<IActionResult> Prolong()
    {
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, User);
        return Json(new { left = length.Value.Minutes * 60, user = user.UserId });
    }
}
