using System.Globalization;
using ITScoring.Domain;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SecondReviews;

/// <summary>Thẩm tra lần hai: the sample for the manager, one criterion at a time for the second reviewer.</summary>
[Route("second-reviews/{period}")]
public sealed class SecondReviewsController(ReviewForms forms, SecondReviewQuery query, SecondReviewService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> SecondReviews(string period, CancellationToken cancel, int page = 1) =>
        await forms.FindPeriodAsync(period, cancel) is { } found ? View(await query.ListAsync(found, new DrawForm(), page, cancel)) : NotFound();

    [HttpPost("")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Draw(string period, DrawForm form, CancellationToken cancel)
    {
        if (await forms.FindPeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var percent = 100m;
        if (form.By is not ("share" or "agencies" or "criteria"))
            ModelState.AddModelError("by", "Chọn cách rút mẫu.");
        if (form.By == "share")
        {
            var typed = NumberInput.Parse(form.Percent, whole: false);
            if (typed.Problem is not null || typed.IsEmpty || (percent = decimal.Parse(typed.Value!, CultureInfo.InvariantCulture)) is <= 0 or > 100)
                ModelState.AddModelError("percent", typed.Problem ?? "Nhập tỷ lệ lớn hơn 0 và không quá 100 (%).");
        }

        if (form.By == "agencies" && form.Agencies.Length == 0)
            ModelState.AddModelError("agencies", "Chọn ít nhất một cơ quan.");
        if (form.By == "criteria" && form.Criteria.Length == 0)
            ModelState.AddModelError("criteria", "Chọn ít nhất một tiêu chí.");
        var seed = TextInput.Read(ModelState, "seed", form.Seed, 100) ?? found.Code;
        Outcome? outcome = null;
        if (ModelState.IsValid)
        {
            (outcome, var given) = await service.DrawAsync(
                found, percent, seed, form.By == "agencies" ? form.Agencies.ToHashSet() : new HashSet<int>(), form.By == "criteria" ? form.Criteria.ToHashSet() : new HashSet<string>(), form.Reviewers, cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã rút {given} tiêu chí để thẩm tra lần hai.";
                return Redirect($"/second-reviews/{found.Code}");
            }
        }

        this.Refuse(outcome);
        return View("SecondReviews", await query.ListAsync(found, form, 1, cancel));
    }

    [HttpPost("{id:int}/withdraw")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Withdraw(string period, int id, CancellationToken cancel)
    {
        var (field, reason) = ($"reason-{id}", Request.Form[$"reason-{id}"].ToString());
        if (await forms.FindPeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var why = TextInput.Read(ModelState, field, reason);
        var outcome = ModelState.IsValid ? await service.WithdrawAsync(found, id, why, cancel) : null;
        if (ModelState.IsValid && outcome is null)
            return NotFound();
        if (outcome is { Ok: true })
        {
            TempData["Notice"] = "Đã thôi thẩm tra lần hai tiêu chí này.";
            return Redirect($"/second-reviews/{found.Code}");
        }

        this.Refuse(outcome, at => at == "reason" ? field : at);
        return View("SecondReviews", await query.ListAsync(found, new DrawForm(), 1, cancel));
    }

    [HttpGet("{agency}/{criterion}")]
    [FramesFiles]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> SecondReview(string period, string agency, string criterion, CancellationToken cancel) =>
        await forms.FindSecondAsync(period, agency, criterion, cancel) is var (form, found, second) ? View(await query.PageAsync(form, found, second, null, null, null, cancel)) : NotFound();

    [HttpPost("{agency}/{criterion}")]
    [FramesFiles]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Give(string period, string agency, string criterion, string? reason, CancellationToken cancel)
    {
        if (await forms.FindSecondAsync(period, agency, criterion, cancel) is not var (form, found, second))
            return NotFound();
        var typed = CriterionQuery.TypedOf(form, found, Request.Form);
        foreach (var (code, input) in typed.Where(t => t.Value.Problem is not null))
            ModelState.AddModelError(CriterionQuery.Prefix + code, $"{code}. {input.Problem}");
        var why = TextInput.Read(ModelState, "reason", reason);
        Outcome? outcome = null;
        if (ModelState.IsValid)
        {
            try
            {
                outcome = await service.GiveAsync(form, found, [.. typed.Where(t => t.Value.IsSent).Select(t => new ValueAdjustment(t.Key, t.Value.Json))], why, cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                outcome = Outcome.WrongState("Phiếu hoặc tiêu chí này vừa được người khác thay đổi. Kết luận chưa được ghi, nội dung đã nhập còn nguyên trong các ô; bấm lưu lần nữa.");
            }

            if (outcome.Ok)
            {
                TempData["Notice"] = second.ComparedAt is null ? $"Đã ghi kết luận lần hai tiêu chí {found.Code}." : second.Agrees == true ? $"Đã ghi. Hai lần thẩm tra tiêu chí {found.Code} cho cùng giá trị." : $"Đã ghi. Hai lần thẩm tra tiêu chí {found.Code} khác nhau, tiêu chí được chuyển Hội đồng.";
                return Redirect($"/second-reviews/{form.Period.Code}/{form.Agency.Code.ToLowerInvariant()}/{found.Code}");
            }
        }

        if (outcome is { Refusal: RefusalKind.NotAllowed })
            return NotFound();
        forms.Forget();
        if (await forms.FindSecondAsync(period, agency, criterion, cancel) is not var (now, c, s))
            return NotFound();
        this.Refuse(outcome, at => at == "reason" ? at : CriterionQuery.Prefix + at);
        var atFields = outcome?.Details.Where(d => d.At is not null and not "reason").GroupBy(d => d.At!).ToDictionary(g => g.Key, g => g.First().Text);
        return View("SecondReview", await query.PageAsync(now, c, s, typed, reason, atFields, cancel));
    }
}
