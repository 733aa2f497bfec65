using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The queue, and one form as a whole: overview, agreeing to many, finish, reopen.</summary>
[Route("reviews")]
public sealed class ReviewsController(ReviewForms forms, QueueQuery queue, SavedFilters filters, ReviewQuery query, ReviewService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Queue(string? period, QueueFilter filter, CancellationToken cancel, int page = 1)
    {
        var shown = await queue.PageAsync(period, filter, page, cancel);
        return shown.Period is null && period is not null ? NotFound() : View(shown);
    }

    /// <summary>Saves the view that is open under a name, or under the same name once more.</summary>
    [HttpPost("filters")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> SaveFilter(string? period, string? name, QueueFilter filter, CancellationToken cancel)
    {
        var called = TextInput.Read(ModelState, "name", name, 60);
        var outcome = !ModelState.IsValid ? null : await filters.SaveAsync(called, filter, cancel);
        if (outcome is { Ok: true })
        {
            TempData["Notice"] = $"Đã lưu bộ lọc “{called}”.";
            return Redirect($"/reviews?period={Uri.EscapeDataString(period ?? "")}&{filter.ToQuery()}");
        }

        this.Refuse(outcome);
        return View("Queue", await queue.PageAsync(period, filter, 1, cancel));
    }

    [HttpPost("filters/{id:int}/remove")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> RemoveFilter(int id, string? period, CancellationToken cancel)
    {
        if (!await filters.RemoveAsync(id, cancel))
            return NotFound();
        TempData["Notice"] = "Đã bỏ bộ lọc.";
        return Redirect(period is null ? "/reviews" : $"/reviews?period={Uri.EscapeDataString(period)}");
    }

    [HttpGet("{period}/{agency}")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Review(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form ? View(await query.PageAsync(form, cancel: cancel)) : NotFound();

    [HttpPost("{period}/{agency}/agree")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> AgreeAll(string period, string agency, string[]? criteria, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var chosen = (criteria ?? []).Select(form.Set.FindCriterion).OfType<Criterion>().ToList();
        return await AnswerAsync(form, chosen.Count == 0 ? Outcome.Input("Chọn ít nhất một tiêu chí để đồng ý.") : await service.AgreeAllAsync(form, chosen, cancel), $"Đã đồng ý {chosen.Count} tiêu chí.", cancel);
    }

    [HttpPost("{period}/{agency}/finish")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Finish(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form
            ? await AnswerAsync(form, await service.FinishAsync(form, cancel), $"Đã kết thúc thẩm tra phiếu của {form.Agency.Name}.", cancel)
            : NotFound();

    [HttpPost("{period}/{agency}/reopen")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Reopen(string period, string agency, string? reason, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var why = TextInput.Read(ModelState, "reason", reason);
        return ModelState.IsValid
            ? await AnswerAsync(form, await service.ReopenAsync(form, why, cancel), "Đã mở lại phiếu để thẩm tra thêm.", cancel)
            : await AgainAsync(form, cancel);
    }

    [HttpPost("{period}/{agency}/values/{question}")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> AdjustUnscored(string period, string agency, string question, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form || form.Set.FindQuestion(question.ToUpperInvariant()) is not { } found)
            return NotFound();
        var (input, typed) = (AnswerInput.Read(found, Request.Form, CriterionQuery.Prefix), Request.Form[$"reason-{found.Code}"].ToString());
        var reason = TextInput.Read(ModelState, $"reason-{found.Code}", typed);
        var outcome = !ModelState.IsValid ? null
            : input.Problem is { } unreadable ? Outcome.InputAt(found.Code, unreadable)
            : await service.AdjustUnscoredAsync(form, found, input.Json, reason, cancel);
        if (outcome is { Ok: true } or { Refusal: not RefusalKind.Input })
            return await AnswerAsync(form, outcome, $"Đã lưu giá trị thẩm tra câu {found.Code}.", cancel);

        forms.Forget();
        if (await forms.FindAsync(period, agency, cancel) is not { } again)
            return NotFound();
        this.Refuse(outcome, at => at == "reason" ? $"reason-{found.Code}" : CriterionQuery.Prefix + at);
        return View("Review", await query.PageAsync(again, new UnscoredInput(found, input, typed, outcome?.Details.FirstOrDefault(d => d.At == found.Code)?.Text), cancel));
    }

    private async Task<IActionResult> AnswerAsync(ReviewForm form, Outcome outcome, string done, CancellationToken cancel)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = done;
            return Redirect(form.Path);
        }

        if (outcome.Refusal == RefusalKind.NotAllowed)
            return NotFound();
        return await AgainAsync(form, cancel, outcome);
    }

    private async Task<IActionResult> AgainAsync(ReviewForm form, CancellationToken cancel, Outcome? refusal = null)
    {
        this.Refuse(refusal);
        return View("Review", await query.PageAsync(form, cancel: cancel));
    }
}
