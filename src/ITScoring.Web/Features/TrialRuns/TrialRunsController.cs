using ITScoring.Domain.Scoring;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.TrialRuns;

/// <summary>Chạy thử: how the ranking of a period in preparation would come out with invented answers.</summary>
[Route("trial-runs/{period}")]
[RequirePermission(Permission.ManagePeriods)]
public sealed class TrialRunsController(TrialQuery query) : Controller
{
    /// <param name="kind">As <see cref="TrialKind"/> writes itself, in any letters; anything else is the mixed one.</param>
    [HttpGet("")]
    public async Task<IActionResult> TrialRun(string period, string? kind, CancellationToken cancel)
    {
        var wanted = Enum.GetValues<TrialKind>().FirstOrDefault(k => string.Equals(k.ToString(), kind, StringComparison.OrdinalIgnoreCase));
        return await query.PageAsync(period, wanted, cancel) is { } page ? View(page) : NotFound();
    }
}
