using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Criteria;

/// <summary>One criterion of a form under review: agree, adjust, try.</summary>
[Route("reviews/{period}/{agency}/criteria/{criterion}")]
public sealed class CriteriaController(ReviewForms forms, CriterionQuery query, ReviewService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Criterion(string period, string agency, string criterion, CancellationToken cancel) =>
        await FindAsync(period, agency, criterion, cancel) is var (form, found) ? View(await query.PageAsync(form, found, cancel: cancel)) : NotFound();

    [HttpPost("agree")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Agree(string period, string agency, string criterion, CancellationToken cancel)
    {
        if (await FindAsync(period, agency, criterion, cancel) is not var (form, found))
            return NotFound();
        return await AnswerAsync(form, found, await service.AgreeAsync(form, found, cancel), $"Đã đồng ý tiêu chí {found.Code}.", null, null, cancel);
    }

    /// <summary>With <c>step=try</c> only shows the points; otherwise stores, after asking once when other verdicts move.</summary>
    [HttpPost("adjust")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Adjust(string period, string agency, string criterion, string? reason, string? step, CancellationToken cancel)
    {
        if (await FindAsync(period, agency, criterion, cancel) is not var (form, found))
            return NotFound();
        var typed = form.Set.QuestionsOf(found).Where(q => q.FilledBy != FilledBy.System).ToDictionary(q => q.Code, q => AnswerInput.Read(q, Request.Form, CriterionQuery.Prefix));
        foreach (var (code, input) in typed.Where(t => t.Value.Problem is not null))
            ModelState.AddModelError(CriterionQuery.Prefix + code, $"{code}. {input.Problem}");
        if (!ModelState.IsValid)
            return await ShowAsync(form, found, typed, reason, StatusCodes.Status422UnprocessableEntity, cancel);
        if (step == "try")
            return await ShowAsync(form, found, typed, reason, StatusCodes.Status200OK, cancel);
        if (step != "confirmed")
        {
            var page = await query.PageAsync(form, found, typed, reason, cancel);
            if (page.Moves.Count > 0)
                return View("Confirm", page);
        }

        var outcome = await service.AdjustAsync(form, found, [.. typed.Select(t => new ValueAdjustment(t.Key, t.Value.Json))], PlainText.Clean(reason), cancel);
        if (!outcome.Ok && await FindAsync(period, agency, criterion, cancel) is var (again, _))
            form = again;
        return await AnswerAsync(form, found, outcome, $"Đã lưu kết luận tiêu chí {found.Code}.", typed, reason, cancel);
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
        foreach (var problem in outcome.Problems)
            ModelState.AddModelError(problem.Contains("lý do", StringComparison.Ordinal) ? "reason" : "", problem);
        return await ShowAsync(form, criterion, typed, reason, outcome.Refusal == RefusalKind.Input ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict, cancel);
    }

    private async Task<IActionResult> ShowAsync(ReviewForm form, Criterion criterion, IReadOnlyDictionary<string, AnswerInput>? typed, string? reason, int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        return View("Criterion", await query.PageAsync(form, criterion, typed, reason, cancel));
    }
}
