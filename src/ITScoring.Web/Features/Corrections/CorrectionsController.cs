using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Corrections;

/// <summary>Đính chính a published result: the manager prepares, the leader publishes.</summary>
[Route("corrections/{period}")]
public sealed class CorrectionsController(CorrectionQuery query, CorrectionService service, ReviewForms forms) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadProposals)]
    public async Task<IActionResult> Corrections(string period, string? agency, string? criterion, CancellationToken cancel)
    {
        if (await query.PeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var chosen = agency is { Length: > 0 } && criterion is { Length: > 0 } ? await forms.FindAsync(period, agency, criterion, cancel) : null;
        return View(await query.PageAsync(found, chosen?.Form, chosen?.Criterion, null, null, null, cancel));
    }

    [HttpPost("{agency}/{criterion}")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Prepare(string period, string agency, string criterion, string? reason, CancellationToken cancel)
    {
        if (await query.PeriodAsync(period, cancel) is not { } found || await forms.FindAsync(period, agency, criterion, cancel) is not var (form, chosen))
            return NotFound();
        var typed = CriterionQuery.TypedOf(form, chosen, Request.Form);
        foreach (var (code, input) in typed.Where(t => t.Value.Problem is not null))
            ModelState.AddModelError(CriterionQuery.Prefix + code, $"{code}. {input.Problem}");
        var why = TextInput.Read(ModelState, "reason", reason);
        Outcome? outcome = null;
        if (ModelState.IsValid)
        {
            outcome = await SavedAsync(() => service.PrepareAsync(form.Period, form, chosen, [.. typed.Where(t => t.Value.IsSent).Select(t => new ValueAdjustment(t.Key, t.Value.Json))], why, cancel));
            if (outcome.Ok)
            {
                TempData["Notice"] = "Đã lập bản đính chính, chờ UBND tỉnh công bố.";
                return Redirect($"/corrections/{found.Code}");
            }
        }

        return await AgainAsync(period, outcome, (form, chosen, typed), reason, cancel);
    }

    [HttpPost("withdraw")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Withdraw(string period, CancellationToken cancel)
    {
        if (await query.PeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var outcome = await SavedAsync(() => service.WithdrawAsync(found, cancel));
        if (!outcome.Ok)
            return await AgainAsync(period, outcome, null, null, cancel);
        TempData["Notice"] = "Đã rút bản đính chính.";
        return Redirect($"/corrections/{found.Code}");
    }

    [HttpPost("publish")]
    [RequirePermission(Permission.Approve)]
    public async Task<IActionResult> Publish(string period, string? record, string? number, string? date, CancellationToken cancel)
    {
        if (await query.PeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var day = DateInput.Parse(date);
        if (PlainText.Clean(number) is not { Length: <= 100 })
            ModelState.AddModelError("number", "Nhập số quyết định đính chính, không quá 100 ký tự.");
        if (day.Problem is not null || day.IsEmpty)
            ModelState.AddModelError("date", day.Problem ?? "Nhập ngày quyết định.");
        if (!ModelState.IsValid)
            return await AgainAsync(period, null, null, null, cancel);
        var outcome = await SavedAsync(() => service.PublishAsync(found, record ?? "", new DocumentReference(PlainText.Clean(number)!, day.Value, null), cancel));
        if (!outcome.Ok)
            return await AgainAsync(period, outcome, null, null, cancel);
        TempData["Notice"] = "Đã công bố kết quả đính chính. Lần công bố trước vẫn đọc được ở địa chỉ của nó.";
        return Redirect($"/publications/{found.Code}");
    }

    private static async Task<Outcome> SavedAsync(Func<Task<Outcome>> act)
    {
        try
        {
            return await act();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.WrongState("Bản đính chính vừa được người khác thay đổi. Chưa có gì được ghi; xem lại rồi thực hiện lại.");
        }
    }

    private async Task<IActionResult> AgainAsync(
        string period, Outcome? outcome, (ReviewForm Form, Criterion Criterion, Dictionary<string, AnswerInput> Typed)? chosen, string? reason, CancellationToken cancel)
    {
        forms.Forget();
        if (await query.PeriodAsync(period, cancel) is not { } found)
            return NotFound();
        this.Refuse(outcome, at => at is "reason" or "number" or "date" ? at : CriterionQuery.Prefix + at);
        var problems = outcome?.Details.Where(d => d.At is not null).GroupBy(d => d.At!).ToDictionary(g => g.Key, g => g.First().Text);
        return View("Corrections", await query.PageAsync(found, chosen?.Form, chosen?.Criterion, chosen?.Typed, problems, reason, cancel));
    }
}
