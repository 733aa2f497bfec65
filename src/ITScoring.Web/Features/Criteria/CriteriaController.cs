using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Criteria;

/// <summary>One criterion of a form under review: agree, adjust, try.</summary>
[Route("reviews/{period}/{agency}/criteria/{criterion}")]
[FramesFiles]
public sealed class CriteriaController(ReviewForms forms, CriterionQuery query, ReviewService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Criterion(string period, string agency, string criterion, CancellationToken cancel) =>
        await FindAsync(period, agency, criterion, cancel) is var (form, found) ? View(await query.PageAsync(form, found, cancel: cancel)) : NotFound();

    /// <param name="seen">The state that the page showed; the page is shown again when somebody was faster.</param>
    [HttpPost("agree")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Agree(string period, string agency, string criterion, string? seen, CancellationToken cancel)
    {
        if (await FindAsync(period, agency, criterion, cancel) is not var (form, found))
            return NotFound();
        if (seen is not null && seen != form.StateOf(found))
            return await RacedAsync(period, agency, criterion, null, null, cancel);
        try
        {
            return await AnswerAsync(form, found, await service.AgreeAsync(form, found, cancel), $"Đã đồng ý tiêu chí {found.Code}.", null, null, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RacedAsync(period, agency, criterion, null, null, cancel);
        }
    }

    /// <summary>With <c>step=try</c> only shows the points; otherwise stores, after asking once when other verdicts move.</summary>
    /// <param name="seen">The state that the page showed; the page is shown again, with what was typed, when somebody was faster.</param>
    [HttpPost("adjust")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Adjust(string period, string agency, string criterion, string? reason, string? step, string? seen, CancellationToken cancel)
    {
        if (await FindAsync(period, agency, criterion, cancel) is not var (form, found))
            return NotFound();
        var typed = form.Set.QuestionsOf(found).Where(q => q.FilledBy != FilledBy.System).ToDictionary(q => q.Code, q => AnswerInput.Read(q, Request.Form, CriterionQuery.Prefix));
        foreach (var (code, input) in typed.Where(t => t.Value.Problem is not null))
            ModelState.AddModelError(CriterionQuery.Prefix + code, $"{code}. {input.Problem}");
        var why = TextInput.Read(ModelState, "reason", reason);
        if (!ModelState.IsValid)
            this.Refuse();
        if (!ModelState.IsValid || step == "try")
            return await ShowAsync(form, found, typed, reason, cancel);
        if (seen is not null && seen != form.StateOf(found))
            return await RacedAsync(period, agency, criterion, typed, reason, cancel);
        var values = typed.Select(t => new ValueAdjustment(t.Key, t.Value.Json)).ToList();
        // Asked once, and only about what can be stored.
        if (step != "confirmed" && (why is not null || form.Review.NeedReason(values).Count == 0))
        {
            var page = await query.PageAsync(form, found, typed, reason, cancel: cancel);
            if (page.Moves.Count > 0)
                return View("Confirm", page);
        }

        try
        {
            var outcome = await service.AdjustAsync(form, found, values, why, cancel);
            if (!outcome.Ok && await FindAsync(period, agency, criterion, cancel) is var (again, _))
                form = again;
            return await AnswerAsync(form, found, outcome, $"Đã lưu kết luận tiêu chí {found.Code}.", typed, reason, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RacedAsync(period, agency, criterion, typed, reason, cancel);
        }
    }

    /// <summary>Somebody was faster: nothing was stored; the page shows what is stored now beside what was typed.</summary>
    private async Task<IActionResult> RacedAsync(string period, string agency, string code, IReadOnlyDictionary<string, AnswerInput>? typed, string? reason, CancellationToken cancel)
    {
        forms.Forget();
        if (await FindAsync(period, agency, code, cancel) is not var (form, criterion))
            return NotFound();
        ModelState.AddModelError("", $"Kết luận hoặc giá trị của tiêu chí {criterion.Code} vừa được người khác lưu, xem lịch sử ở dưới. Kết luận của anh/chị chưa được ghi{(typed is null ? "" : ", nội dung đã nhập còn nguyên trong các ô")}; xem lại rồi lưu.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(form, criterion, typed, reason, cancel);
    }

    private async Task<(ReviewForm Form, Criterion Criterion)?> FindAsync(string period, string agency, string code, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return null;
        var criterion = form.Set.Criteria.FirstOrDefault(c => string.Equals(c.Code, code, StringComparison.OrdinalIgnoreCase));
        return criterion is null ? null : (form, criterion);
    }

    private async Task<IActionResult> AnswerAsync(
        ReviewForm form, Criterion criterion, Outcome outcome, string done, IReadOnlyDictionary<string, AnswerInput>? typed, string? reason, CancellationToken cancel)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = done;
            var all = form.Set.Criteria.ToList();
            var next = all.Skip(all.IndexOf(criterion) + 1).FirstOrDefault();
            return Redirect(next is null ? form.Path : $"{form.Path}/criteria/{next.Code}");
        }

        if (outcome.Refusal == RefusalKind.NotAllowed)
            return NotFound();
        this.Refuse(outcome, at => at == "reason" ? at : CriterionQuery.Prefix + at);
        var atFields = outcome.Details.Where(d => d.At is not null and not "reason").GroupBy(d => d.At!).ToDictionary(g => g.Key, g => g.First().Text);
        return await ShowAsync(form, criterion, typed, reason, cancel, atFields);
    }

    private async Task<IActionResult> ShowAsync(
        ReviewForm form, Criterion criterion, IReadOnlyDictionary<string, AnswerInput>? typed, string? reason, CancellationToken cancel, IReadOnlyDictionary<string, string>? problems = null) =>
        View("Criterion", await query.PageAsync(form, criterion, typed, reason, problems, cancel));
}
