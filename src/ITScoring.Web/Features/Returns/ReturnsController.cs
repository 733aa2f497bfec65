using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Returns;

/// <summary>Trả lại để bổ sung: named questions, a reason each, one deadline; the message is shown before it goes out.</summary>
[Route("reviews/{period}/{agency}/return")]
[RequirePermission(Permission.Review)]
public sealed class ReturnsController(ReviewForms forms, ReviewService service, WorkingCalendar calendar, TimeProvider clock) : Controller
{
    /// <param name="q">Questions to begin with; those of the criteria for which more was asked are there anyway.</param>
    [HttpGet("")]
    public async Task<IActionResult> Return(string period, string agency, string[]? q, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form || !form.Submission.CheckReviewer(Verb.Return, form.Period, forms.Actor).Ok)
            return NotFound();
        var reasons = new Dictionary<string, string>();
        foreach (var criterion in form.Set.Criteria)
        {
            if (form.Review.VerdictOn(criterion.Code) is not { Kind: VerdictKind.SupplementRequested, Reason: { } reason })
                continue;
            foreach (var question in form.Set.QuestionsOf(criterion).Where(x => x.FilledBy == FilledBy.Agency))
                reasons.TryAdd(question.Code, reason);
        }

        return View(new ReturnPage(form, (q ?? []).Concat(reasons.Keys).ToHashSet(), reasons, await ProposedAsync(form.Period, cancel), null, null, false));
    }

    [HttpPost("")]
    public async Task<IActionResult> Return(
        string period, string agency, string[]? questions, string? deadline, string? letterNumber, string? letterDate, string? letterAbstract, string? step, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var chosen = (questions ?? []).ToHashSet();
        foreach (var foreign in chosen.Where(c => form.Set.FindQuestion(c) is not { FilledBy: FilledBy.Agency }).ToList())
        {
            ModelState.AddModelError("", $"Câu {foreign} không phải câu do cơ quan trả lời.");
            chosen.Remove(foreign);
        }

        var reasons = form.Set.Questions.ToDictionary(x => x.Code, x => PlainText.Clean(Request.Form["reason-" + x.Code]) ?? "");
        var day = DateInput.Parse(deadline);
        if (day.Problem is not null || day.IsEmpty)
            ModelState.AddModelError("deadline", day.Problem ?? "Nhập hạn bổ sung.");
        if (chosen.Count == 0)
            ModelState.AddModelError("", "Chọn ít nhất một câu hỏi để trả lại.");
        foreach (var code in chosen.Where(c => TextInput.Read(ModelState, "reason-" + c, reasons[c]) is null && reasons[c].Length == 0))
            ModelState.AddModelError("reason-" + code, $"Nhập lý do trả lại câu {code}.");
        var letter = LetterInput.Read(ModelState, letterNumber, letterDate, letterAbstract);
        if (!ModelState.IsValid)
        {
            this.Refuse();
        }
        else if (step == "send")
        {
            if (await SendAsync(form, chosen, reasons, Deadline.EndOf(day.Value), letter, cancel) is { } done)
                return done;
        }
        else if (form.Review.MayReturn(forms.Actor, chosen) is { Ok: false } refused)
        {
            this.Refuse(refused, at => "reason-" + at);
        }

        var left = day is { Problem: null, IsEmpty: false } ? $"{VietnamTime.Weekday(day.Value)}, {(await calendar.GetAsync(cancel)).Between(clock.Today(), day.Value)} ngày làm việc kể từ hôm nay" : null;
        return View(new ReturnPage(form, chosen, reasons, deadline ?? "", letter, left, ModelState.IsValid && step != "edit"));
    }

    /// <summary>The deadline that the period's plan proposes; empty: it planned none.</summary>
    private async Task<string> ProposedAsync(Period period, CancellationToken cancel) =>
        period.ReturnDays is { } days ? VietnamTime.Day((await calendar.GetAsync(cancel)).After(clock.Today(), days)) : "";

    /// <summary>Null: refused, and the model state says why.</summary>
    private async Task<IActionResult?> SendAsync(
        ReviewForm form, HashSet<string> chosen, Dictionary<string, string> reasons, Deadline deadline, DocumentReference? letter, CancellationToken cancel)
    {
        var items = form.Set.Questions.Where(x => chosen.Contains(x.Code)).Select(x => new ReturnItem(x.Code, reasons[x.Code])).ToList();
        Outcome outcome;
        try
        {
            outcome = await service.ReturnAsync(form, items, deadline, letter, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            outcome = Outcome.WrongState("Phiếu vừa được người khác trả lại, kết thúc thẩm tra hoặc nộp lại. Chưa gửi gì; tải lại trang phiếu để xem.");
        }

        if (outcome.Ok)
        {
            TempData["Notice"] = $"Đã trả lại {items.Count} câu cho {form.Agency.Name}, hạn bổ sung {deadline.Wording}.";
            return Redirect(form.Path);
        }

        if (outcome.Refusal == RefusalKind.NotAllowed)
            return NotFound();
        this.Refuse(outcome, at => at == "deadline" ? at : "reason-" + at);
        return null;
    }
}
