using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Integrity;

/// <summary>Toàn vẹn dữ liệu: states that cannot be, each with its place and how to mend it.</summary>
[Route("integrity")]
[RequirePermission(Permission.CheckIntegrity)]
public sealed class IntegrityController(IntegrityQuery query, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Integrity(CancellationToken cancel) => View(new IntegrityPage(await query.RunAsync(cancel), clock.UtcNow()));
}
