using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Home;

/// <summary>"Việc của tôi": where everybody lands after signing in.</summary>
[Route("home")]
[RequirePermission(Permission.OwnAccount)]
public sealed class HomeController(HomeQuery query) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Home(CancellationToken cancel) => View(await query.PageAsync(cancel));
}
