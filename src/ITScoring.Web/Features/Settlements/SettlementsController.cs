using ITScoring.Domain;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Settlements;

/// <summary>Kết luận giải trình.</summary>
[Route("settlements")]
[RequirePermission(Permission.Settle)]
public sealed class SettlementsController(SettlementQuery query, ExplanationService service) : Controller
{
    [HttpGet("{period?}")]
    public async Task<IActionResult> Settlements(string? period, int page = 1, CancellationToken cancel = default)
    {
        var list = await query.ListAsync(period, page, cancel);
        return list.Period is null && period is not null ? NotFound() : View(list);
    }

    [HttpGet("{period}/{agency}/{criterion}")]
    [FramesFiles]
    public async Task<IActionResult> Settlement(string period, string agency, string criterion, CancellationToken cancel) =>
        await query.FindAsync(period, agency, criterion, cancel) is { } found ? View(await query.PageAsync(found, cancel: cancel)) : NotFound();

    /// <summary>With <c>step=try</c> only shows the effect. Accepting shows it on a page of its own first, and stores with <c>step=confirmed</c>; declining moves nothing and is stored.</summary>
    /// <param name="cohort">The cohort version whose effects the page showed; they are shown again when it has changed.</param>
    [HttpPost("{period}/{agency}/{criterion}")]
    [FramesFiles]
    public async Task<IActionResult> Settle(string period, string agency, string criterion, string? conclusion, string? reason, string? step, int? cohort, CancellationToken cancel)
    {
        if (await query.FindAsync(period, agency, criterion, cancel) is not { } found)
            return NotFound();
        var input = SettlementInput.Read(found, conclusion, reason, step == "try", Request.Form);
        var why = TextInput.Read(ModelState, "reason", reason);
        if (!input.IsTrial && input.Conclusion is not ("accept" or "decline"))
            ModelState.AddModelError("conclusion", "Chọn chấp nhận hoặc không chấp nhận giải trình.");
        if (input.Accepts)
        {
            foreach (var (code, typed) in input.Final.Where(t => t.Value.Problem is not null))
                ModelState.AddModelError(SettlementInput.Prefix + code, $"{code}. {typed.Problem}");
        }

        if (!ModelState.IsValid)
        {
            this.Refuse();
            return View("Settlement", await query.PageAsync(found, input, cancel: cancel));
        }

        // What is only tried needs no reason yet.
        var may = await service.MayConcludeAsync(found.Period, found.Submission, found.Explanation, input.Accepts ? input.Values(found.Explanation) : null, input.IsTrial ? "–" : why, cancel);
        if (!may.Ok)
            return await RefusedAsync(found, input, may, cancel);
        if (input.IsTrial)
            return View("Settlement", await query.PageAsync(found, input, cancel: cancel));
        return input.Accepts && (step != "confirmed" || cohort is null)
            ? View("Effect", await query.PageAsync(found, input, cancel: cancel))
            : await StoreAsync(found, input, why, cohort, cancel);
    }

    private async Task<IActionResult> StoreAsync(SettlementCase found, SettlementInput input, string? reason, int? cohort, CancellationToken cancel)
    {
        var (period, agency, submission, explanation, _, criterion) = found;
        try
        {
            var outcome = await service.SettleAsync(period, submission, explanation, input.Accepts, reason, input.Values(explanation), cohort, cancel);
            if (!outcome.Ok)
                return await RefusedAsync(found, input, outcome, cancel);
            TempData["Notice"] = $"Đã kết luận giải trình tiêu chí {criterion.Code} của {agency.Name}.";
            // Who moved is read where it happened; declining moves nobody.
            return Redirect(input.Accepts ? found.Path : $"/settlements/{period.Code}");
        }
        catch (DbUpdateConcurrencyException)
        {
            query.Forget();
            if (await query.FindAsync(period.Code, agency.Code, criterion.Code, cancel) is not { } stored)
                return NotFound();
            Response.StatusCode = StatusCodes.Status409Conflict;
            var page = await query.PageAsync(stored, input, cancel: cancel);
            ModelState.AddModelError("", page.IsOpen
                ? "Số liệu của các cơ quan vừa thay đổi nên ảnh hưởng không còn như đã xem; kết luận của anh/chị chưa được ghi. Xem lại ảnh hưởng ở dưới rồi xác nhận."
                : "Giải trình này vừa được người khác kết luận, xem ở dưới. Kết luận của anh/chị chưa được ghi.");
            return View(page.IsOpen ? "Effect" : "Settlement", page);
        }
    }

    private async Task<IActionResult> RefusedAsync(SettlementCase found, SettlementInput input, Outcome outcome, CancellationToken cancel)
    {
        this.Refuse(outcome, at => at == "reason" ? at : SettlementInput.Prefix + at);
        var atFields = outcome.Details.Where(d => d.At is not null and not "reason").GroupBy(d => d.At!).ToDictionary(g => g.Key, g => g.First().Text);
        query.Forget();
        return await query.FindAsync(found.Period.Code, found.Agency.Code, found.Criterion.Code, cancel) is { } stored ? View("Settlement", await query.PageAsync(stored, input, atFields, cancel)) : NotFound();
    }
}
