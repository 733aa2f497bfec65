using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.PeriodSets;

/// <summary>A running period goes over to a corrected version of its criteria set.</summary>
[Route("period-sets/{period}")]
[RequirePermission(Permission.ManagePeriods)]
public sealed class PeriodSetsController(PeriodSetQuery query, PeriodSetService service) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Correct(string period, int? to, CancellationToken cancel) => await query.PageAsync(period, to, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("")]
    [ActionName("Correct")]
    public async Task<IActionResult> CorrectIt(string period, int? to, string? reason, CancellationToken cancel)
    {
        if (await query.PageAsync(period, to, cancel) is not { } page)
            return NotFound();
        var why = TextInput.Read(ModelState, "reason", reason);
        Domain.Outcome? outcome = null;
        try
        {
            outcome = ModelState.IsValid ? await service.CorrectAsync(page, why, cancel) : null;
        }
        catch (DbUpdateConcurrencyException)
        {
            outcome = Domain.Outcome.WrongState("Có người vừa thay đổi kỳ đánh giá hoặc một phiếu. Xem lại rồi thực hiện.");
        }

        if (outcome?.Ok == true)
        {
            TempData["Notice"] = $"Kỳ đánh giá nay dùng {page.To!.Name}.";
            return Redirect($"/periods/{period}");
        }

        this.Refuse(outcome);
        return View("Correct", await query.PageAsync(period, to, cancel) ?? page);
    }
}
