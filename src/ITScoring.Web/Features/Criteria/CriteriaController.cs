using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Criteria;

/// <summary>One criterion of a form under review: agree, adjust, ask the agency for more, put it before the council; try, and keep a draft.</summary>
[Route("reviews/{period}/{agency}/criteria/{criterion}")]
[FramesFiles]
public sealed class CriteriaController(ReviewForms forms, CriterionQuery query, ReviewService service, ReviewDrafts drafts) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Criterion(string period, string agency, string criterion, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, criterion, cancel) is var (form, found) ? View(await query.PageAsync(form, found, cancel: cancel)) : NotFound();

    /// <param name="seen">The state that the page showed; the page is shown again when somebody was faster.</param>
    [HttpPost("agree")]
    [RequirePermission(Permission.Review)]
    public Task<IActionResult> Agree(string period, string agency, string criterion, string? reason, string? seen, CancellationToken cancel) =>
        JudgeAsync(period, agency, criterion, reason, seen, async (judged, why) =>
        {
            // Whoever typed a value and then agrees meant one of the two.
            if (judged.HasFields && judged.Form.Review.MayJudge(forms.Actor, judged.Criterion).Ok && judged.Typed.Any(t => t.Value.IsSent && (t.Value.Problem is not null || t.Value.Json != judged.Form.Review.AnswerTo(t.Key)?.ValueAt(Domain.Submissions.AnswerStage.Verified))))
                return Outcome.Input("Anh/chị đã nhập giá trị khác với giá trị hiện có. Bấm “Lưu điều chỉnh”, hoặc nhập lại giá trị cũ rồi đồng ý.");
            return await service.AgreeAsync(judged.Form, judged.Criterion, cancel);
        }, c => $"Đã đồng ý tiêu chí {c.Code}.", cancel);

    [HttpPost("supplement")]
    [RequirePermission(Permission.Review)]
    public Task<IActionResult> RequestSupplement(string period, string agency, string criterion, string? reason, string? seen, CancellationToken cancel) =>
        JudgeAsync(period, agency, criterion, reason, seen, (judged, why) => service.RequestSupplementAsync(judged.Form, judged.Criterion, why, cancel),
            c => $"Đã ghi yêu cầu bổ sung tiêu chí {c.Code}; gửi cơ quan bằng “Trả lại để bổ sung”.", cancel);

    [HttpPost("refer")]
    [RequirePermission(Permission.Review)]
    public Task<IActionResult> Refer(string period, string agency, string criterion, string? reason, string? seen, CancellationToken cancel) =>
        JudgeAsync(period, agency, criterion, reason, seen, (judged, why) => service.ReferAsync(judged.Form, judged.Criterion, why, cancel), c => $"Đã chuyển Hội đồng tiêu chí {c.Code}.", cancel);

    /// <summary>With <c>step=try</c> keeps what was typed as a draft and shows the points; otherwise stores, after asking once when other verdicts move.</summary>
    /// <param name="seen">The state that the page showed; the page is shown again, with what was typed, when somebody was faster.</param>
    [HttpPost("adjust")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Adjust(string period, string agency, string criterion, string? reason, string? step, string? seen, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, criterion, cancel) is not var (form, found))
            return NotFound();
        var judged = Read(form, found, reason);
        if (step == "try" && form.Review.MayJudge(forms.Actor, found).Ok)
        {
            ViewData["DraftSavedAt"] = await drafts.KeepAsync(form, found, Request.Form, cancel);
            if (ViewData["DraftSavedAt"] is null)
                ModelState.AddModelError("", $"Nháp dài quá {Display.Of(ReviewDrafts.MostCharacters)} ký tự nên chưa được lưu. Rút ngắn nội dung rồi thử lại.");
        }

        foreach (var (code, input) in judged.Typed.Where(t => t.Value.Problem is not null))
            ModelState.AddModelError(CriterionQuery.Prefix + code, $"{code}. {input.Problem}");
        var why = TextInput.Read(ModelState, "reason", reason);
        if (!ModelState.IsValid)
            this.Refuse();
        if (!ModelState.IsValid || step == "try")
            return await ShowAsync(judged, cancel);
        if (seen is not null && seen != form.StateOf(found))
            return await RacedAsync(period, agency, judged, cancel);
        var values = judged.Typed.Select(t => new ValueAdjustment(t.Key, t.Value.Json)).ToList();
        // Asked once, and only about what can be stored.
        if (step != "confirmed" && (why is not null || form.Review.NeedReason(values).Count == 0))
        {
            var page = await query.PageAsync(form, found, judged.Typed, reason, cancel: cancel);
            if (page.Moves.Count > 0)
                return View("Confirm", page);
        }

        return await StoreAsync(period, agency, judged, () => service.AdjustAsync(form, found, values, why, cancel), $"Đã lưu kết luận tiêu chí {found.Code}.", cancel);
    }

    /// <summary>Throws the draft away.</summary>
    [HttpPost("discard")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Discard(string period, string agency, string criterion, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, criterion, cancel) is not var (form, found))
            return NotFound();
        await drafts.DiscardAsync(form, found, cancel);
        return Redirect(form.PathOf(found));
    }

    private async Task<IActionResult> JudgeAsync(
        string period, string agency, string code, string? reason, string? seen, Func<Judged, string?, Task<Outcome>> judge, Func<Criterion, string> done, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, code, cancel) is not var (form, criterion))
            return NotFound();
        var judged = Read(form, criterion, reason);
        if (seen is not null && seen != form.StateOf(criterion))
            return await RacedAsync(period, agency, judged, cancel);
        var why = TextInput.Read(ModelState, "reason", reason);
        if (ModelState.IsValid)
            return await StoreAsync(period, agency, judged, () => judge(judged, why), done(criterion), cancel);
        this.Refuse();
        return await ShowAsync(judged, cancel);
    }

    private async Task<IActionResult> StoreAsync(string period, string agency, Judged judged, Func<Task<Outcome>> store, string done, CancellationToken cancel)
    {
        Outcome outcome;
        try
        {
            outcome = await store();
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RacedAsync(period, agency, judged, cancel);
        }

        if (outcome.Ok)
        {
            var (form, criterion) = (judged.Form, judged.Criterion);
            TempData["Notice"] = form.Review.VerdictOn(criterion.Code) is { Kind: VerdictKind.ReferredToCouncil, Reason: { } because } && form.Review.SecondOn(criterion.Code)?.Agrees == false
                ? $"{done} {because} Tiêu chí được chuyển Hội đồng." : done;
            return Redirect(await service.NextAsync(form, criterion, cancel) is { } next ? form.PathOf(next) : form.Path);
        }

        if (outcome.Refusal == RefusalKind.NotAllowed)
            return NotFound();
        // What the refused verb may have touched is forgotten: the page shows what is stored.
        forms.Forget();
        if (await forms.FindAsync(period, agency, judged.Criterion.Code, cancel) is not var (now, found))
            return NotFound();
        this.Refuse(outcome, at => at == "reason" ? at : CriterionQuery.Prefix + at);
        var atFields = outcome.Details.Where(d => d.At is not null and not "reason").GroupBy(d => d.At!).ToDictionary(g => g.Key, g => g.First().Text);
        return await ShowAsync(judged with { Form = now, Criterion = found }, cancel, atFields);
    }

    /// <summary>Somebody was faster: nothing was stored; the page shows what is stored now beside what was typed.</summary>
    private async Task<IActionResult> RacedAsync(string period, string agency, Judged judged, CancellationToken cancel)
    {
        forms.Forget();
        if (await forms.FindAsync(period, agency, judged.Criterion.Code, cancel) is not var (form, criterion))
            return NotFound();
        var kept = judged.HasFields ? ", nội dung đã nhập còn nguyên trong các ô" : "";
        ModelState.AddModelError("", $"Kết luận hoặc giá trị của tiêu chí {criterion.Code} vừa được người khác lưu, xem lịch sử ở dưới. Kết luận của anh/chị chưa được ghi{kept}; xem lại rồi lưu.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(judged with { Form = form, Criterion = criterion }, cancel);
    }

    private async Task<IActionResult> ShowAsync(Judged judged, CancellationToken cancel, IReadOnlyDictionary<string, string>? problems = null)
    {
        // An act without fields (a button elsewhere) leaves the page as it is stored.
        return View("Criterion", await query.PageAsync(judged.Form, judged.Criterion, judged.HasFields ? judged.Typed : null, judged.Reason, problems, cancel));
    }

    private Judged Read(ReviewForm form, Criterion criterion, string? reason) =>
        new(form, criterion, CriterionQuery.TypedOf(form, criterion, Request.Form), Request.Form.Keys.Any(k => k.StartsWith(CriterionQuery.Prefix, StringComparison.Ordinal)), reason);

    /// <summary>What a request brought for one criterion.</summary>
    /// <param name="HasFields">The page's fields came with it; an act alone brings none.</param>
    private sealed record Judged(ReviewForm Form, Criterion Criterion, Dictionary<string, AnswerInput> Typed, bool HasFields, string? Reason);
}
