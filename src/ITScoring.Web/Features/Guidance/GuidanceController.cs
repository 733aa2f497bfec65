using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Web.Scoring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Guidance;

/// <summary>Hướng dẫn thực hiện: public from the day a period opens.</summary>
[AllowAnonymous]
[Route("guidance")]
public sealed class GuidanceController(AppDbContext db, CriteriaSetCache sets) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) =>
        await db.Periods.AsNoTracking().Where(p => p.State != PeriodState.Draft).OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).Select(p => p.Code).FirstOrDefaultAsync(cancel) is { } code
            ? Redirect($"/guidance/{code}")
            : View("None");

    [HttpGet("{period}")]
    public async Task<IActionResult> Guidance(string period, CancellationToken cancel)
    {
        var found = await db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Letters).FirstOrDefaultAsync(p => p.Code == period && p.State != PeriodState.Draft, cancel);
        return found is null ? NotFound() : View(new GuidancePage(found, await sets.GetAsync(found, cancel)));
    }
}
