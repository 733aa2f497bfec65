using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The queue, and one form as a whole: overview, return, finish, reopen.</summary>
[Route("reviews")]
public sealed class ReviewsController(ReviewForms forms, QueueQuery queue, ReviewQuery query, ReviewService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Queue(string? period, string? search, string? state, string? sort, CancellationToken cancel) =>
        View(await queue.PageAsync(period, search, state, sort, cancel));

    [HttpGet("{period}/{agency}")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Review(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form ? View(await query.PageAsync(form, cancel)) : NotFound();

    [HttpPost("{period}/{agency}/agree")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> AgreeAll(string period, string agency, string[]? criteria, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var chosen = (criteria ?? []).Select(form.Set.FindCriterion).OfType<Criterion>().ToList();
        return await AnswerAsync(form, chosen.Count == 0 ? Outcome.Input("Chọn ít nhất một tiêu chí để đồng ý.") : await service.AgreeAllAsync(form, chosen, cancel), $"Đã đồng ý {chosen.Count} tiêu chí.", "criteria", cancel);
    }

    [HttpPost("{period}/{agency}/finish")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Finish(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form
            ? await AnswerAsync(form, await service.FinishAsync(form, cancel), $"Đã kết thúc thẩm tra phiếu của {form.Agency.Name}.", "", cancel)
            : NotFound();

    [HttpPost("{period}/{agency}/reopen")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Reopen(string period, string agency, string? reason, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form
            ? await AnswerAsync(form, await service.ReopenAsync(form, PlainText.Clean(reason), cancel), "Đã mở lại phiếu để thẩm tra thêm.", "reason", cancel)
            : NotFound();

    [HttpPost("{period}/{agency}/values/{question}")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> AdjustUnscored(string period, string agency, string question, string? reason, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form || form.Set.FindQuestion(question.ToUpperInvariant()) is not { } found)
            return NotFound();
        var input = AnswerInput.Read(found, Request.Form, CriterionQuery.Prefix);
        var outcome = input.Problem is { } problem ? Outcome.Input($"{found.Code}. {problem}") : await service.AdjustUnscoredAsync(form, found, input.Json, PlainText.Clean(reason), cancel);
        if (!outcome.Ok && await forms.FindAsync(period, agency, cancel) is { } again)
            form = again;
        return await AnswerAsync(form, outcome, $"Đã lưu giá trị thẩm tra câu {found.Code}.", "", cancel);
    }

    [HttpGet("{period}/{agency}/return")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Return(string period, string agency, string[]? q, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var page = await query.PageAsync(form, cancel);
        return page.CanJudge ? View(new ReturnPage(form, (q ?? []).ToHashSet(), new Dictionary<string, string>(), "", false)) : NotFound();
    }

    [HttpPost("{period}/{agency}/return")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Return(string period, string agency, string[]? questions, string? deadline, string? step, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var chosen = (questions ?? []).ToHashSet();
        var reasons = form.Set.Questions.ToDictionary(x => x.Code, x => PlainText.Clean(Request.Form["reason-" + x.Code]) ?? "");
        var day = DateInput.Parse(deadline);
        if (day.Problem is not null || day.IsEmpty)
            ModelState.AddModelError("deadline", day.Problem ?? "Nhập hạn bổ sung.");
        if (chosen.Count == 0)
            ModelState.AddModelError("", "Chọn ít nhất một câu hỏi để trả lại.");
        foreach (var code in chosen.Where(c => reasons.GetValueOrDefault(c, "").Length == 0))
            ModelState.AddModelError("reason-" + code, $"Nhập lý do trả lại câu {code}.");
        if (ModelState.IsValid && step == "send")
        {
            var items = form.Set.Questions.Where(x => chosen.Contains(x.Code)).Select(x => new ReturnItem(x.Code, reasons[x.Code])).ToList();
            var outcome = await service.ReturnAsync(form, items, Deadline.EndOf(day.Value), cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã trả lại {items.Count} câu cho {form.Agency.Name}, hạn bổ sung {Deadline.EndOf(day.Value).Wording}.";
                return Redirect(form.Path);
            }

            foreach (var problem in outcome.Problems)
                ModelState.AddModelError(problem.Contains("Hạn", StringComparison.Ordinal) ? "deadline" : "", problem);
        }

        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(new ReturnPage(form, chosen, reasons, deadline ?? "", ModelState.IsValid));
    }

    private async Task<IActionResult> AnswerAsync(ReviewForm form, Outcome outcome, string done, string field, CancellationToken cancel)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = done;
            return Redirect(form.Path);
        }

        if (outcome.Refusal == RefusalKind.NotAllowed)
            return NotFound();
        foreach (var problem in outcome.Problems)
            ModelState.AddModelError(field, problem);
        Response.StatusCode = outcome.Refusal == RefusalKind.Input ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return View("Review", await query.PageAsync(form, cancel));
    }
}
