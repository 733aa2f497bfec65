using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.PointsToWin;

/// <summary>Điểm nằm ở đâu.</summary>
[Route("submissions/{period}/{agency}/points-to-win")]
[RequirePermission(Permission.ReadOwnForm)]
public sealed class PointsToWinController(OwnForms forms, PointsToWinQuery query) : Controller
{
    /// <param name="sort"><c>evidence</c>: by points without evidence; else by points still to win.</param>
    [HttpGet("")]
    public async Task<IActionResult> PointsToWin(string period, string agency, string? sort, CancellationToken cancel) =>
        await forms.ReadAsync(period, agency, cancel) is { } form ? View(await query.PageAsync(form, sort == "evidence", cancel)) : NotFound();
}
