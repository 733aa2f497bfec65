using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Settlements;

/// <summary>Kết luận giải trình.</summary>
[Route("settlements")]
[RequirePermission(Permission.Settle)]
public sealed class SettlementsController(SettlementQuery query, ExplanationService service) : Controller
{
    [HttpGet("{period?}")]
    public async Task<IActionResult> Settlements(string? period, CancellationToken cancel)
    {
        var page = await query.ListAsync(period, cancel);
        return page.Period is null && period is not null ? NotFound() : View(page);
    }

    [HttpGet("{period}/{agency}/{criterion}")]
    public async Task<IActionResult> Settlement(string period, string agency, string criterion, CancellationToken cancel) =>
        await query.FindAsync(period, agency, criterion, cancel) is var (p, a, s, e, set, c) ? View(await query.PageAsync(p, a, s, e, set, c, null, cancel)) : NotFound();

    [HttpPost("{period}/{agency}/{criterion}")]
    public async Task<IActionResult> Settle(string period, string agency, string criterion, string? conclusion, string? reason, CancellationToken cancel)
    {
        if (await query.FindAsync(period, agency, criterion, cancel) is not var (p, a, s, e, set, c))
            return NotFound();
        var why = TextInput.Read(ModelState, "reason", reason);
        if (conclusion is not ("accept" or "decline"))
            ModelState.AddModelError("conclusion", "Chọn chấp nhận hoặc không chấp nhận giải trình.");
        if (!ModelState.IsValid)
        {
            this.Refuse();
            return View("Settlement", await query.PageAsync(p, a, s, e, set, c, reason, cancel));
        }

        var outcome = await service.SettleAsync(p, s, e, conclusion == "accept", why, cancel);
        if (outcome.Ok)
        {
            TempData["Notice"] = $"Đã kết luận giải trình tiêu chí {c.Code} của {a.Name}.";
            return Redirect($"/settlements/{p.Code}");
        }

        this.Refuse(outcome);
        return await query.FindAsync(period, agency, criterion, cancel) is var (p2, a2, s2, e2, set2, c2) ? View("Settlement", await query.PageAsync(p2, a2, s2, e2, set2, c2, reason, cancel)) : NotFound();
    }
}
