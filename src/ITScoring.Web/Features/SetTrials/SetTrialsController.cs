using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.SetTrials;

/// <summary>Thử với kỳ trước: what a set would make of the answers of an earlier period. Nothing is stored.</summary>
[Route("set-trials/{id:int}")]
[RequirePermission(Permission.ManageCriteriaSets)]
public sealed class SetTrialsController(SetTrialQuery query) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Trial(int id, string? period, CancellationToken cancel) => await query.PageAsync(id, period, cancel) is { } page ? View(page) : NotFound();
}
