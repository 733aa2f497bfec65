using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Start;

/// <summary>The start page: the latest ranking in short, and what runs now.</summary>
[AllowAnonymous]
[Route("")]
public sealed class StartController(AppDbContext db, PublishedRecords records, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Start(CancellationToken cancel)
    {
        var latest = (await records.PeriodsAsync(cancel)).FirstOrDefault();
        var open = await db.Periods.AsNoTracking().Where(p => p.State == PeriodState.Open).OrderBy(p => p.DeadlineUtc).ToListAsync(cancel);
        return View(new StartPage(latest is null ? null : await records.FindAsync(latest.Code, cancel), open, clock.Today()));
    }
}
