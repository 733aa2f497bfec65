using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Approvals;

/// <summary>The proposed, approved or published result, from its frozen record.</summary>
[Route("approvals")]
public sealed class ApprovalsController(PeriodService periods, ApprovalQuery query, ApprovalService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadApprovedResults)]
    public async Task<IActionResult> Approvals(CancellationToken cancel) =>
        View(await query.HistoryAsync(cancel));

    [HttpGet("{period}")]
    [RequirePermission(Permission.ReadApprovedResults)]
    public async Task<IActionResult> Approval(string period, CancellationToken cancel) =>
        await FindAsync(period, cancel) is { } found ? View(await query.PageAsync(found, cancel)) : NotFound();

    /// <summary>Why an agency has the points that are to be approved: with reasons and explanations, so not for observers.</summary>
    [HttpGet("{period}/agencies/{agency}")]
    [RequirePermission(Permission.ReadProposals)]
    public async Task<IActionResult> Agency(string period, string agency, CancellationToken cancel) =>
        await FindAsync(period, cancel) is { } found && await query.AgencyAsync(found, agency, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("{period}/hand-back")]
    [RequirePermission(Permission.Approve)]
    public async Task<IActionResult> HandBack(string period, string? reason, string? letterNumber, string? letterDate, string? letterAbstract, CancellationToken cancel)
    {
        if (await FindAsync(period, cancel) is not { } found)
            return NotFound();
        var why = TextInput.Read(ModelState, "reason", reason);
        var letter = LetterInput.Read(ModelState, letterNumber, letterDate, letterAbstract);
        return ModelState.IsValid
            ? await AnswerAsync(found, await service.HandBackAsync(found, why, letter, cancel), "Đã chuyển lại để thẩm tra thêm.", "/home", cancel)
            : await AgainAsync(found, cancel);
    }

    [HttpPost("{period}/approve")]
    [RequirePermission(Permission.Approve)]
    public async Task<IActionResult> Approve(string period, string? number, string? date, string? @abstract, string? record, CancellationToken cancel)
    {
        if (await FindAsync(period, cancel) is not { } found)
            return NotFound();
        var day = DateInput.Parse(date);
        if (PlainText.Clean(number) is not { Length: <= 100 })
            ModelState.AddModelError("number", "Nhập số quyết định phê duyệt, không quá 100 ký tự.");
        if (day.Problem is not null || day.IsEmpty)
            ModelState.AddModelError("date", day.Problem ?? "Nhập ngày quyết định.");
        var summary = TextInput.Read(ModelState, "abstract", @abstract);
        if (!ModelState.IsValid)
            return await AgainAsync(found, cancel);
        var outcome = await service.ApproveAsync(found, new DocumentReference(PlainText.Clean(number)!, day.Value, summary), record ?? "", cancel);
        return await AnswerAsync(found, outcome, "Đã phê duyệt. Kết quả chưa công khai cho đến khi công bố.", $"/approvals/{found.Code}", cancel);
    }

    [HttpPost("{period}/publish")]
    [RequirePermission(Permission.Approve)]
    public async Task<IActionResult> Publish(string period, string? record, string? letterNumber, string? letterDate, string? letterAbstract, CancellationToken cancel)
    {
        if (await FindAsync(period, cancel) is not { } found)
            return NotFound();
        var letter = LetterInput.Read(ModelState, letterNumber, letterDate, letterAbstract);
        return ModelState.IsValid
            ? await AnswerAsync(found, await service.PublishAsync(found, record ?? "", letter, cancel), "Đã công bố kết quả.", $"/results/{found.Code}", cancel)
            : await AgainAsync(found, cancel);
    }

    private async Task<Period?> FindAsync(string code, CancellationToken cancel) => await periods.FindAsync(code, cancel) is { } found && query.Sees(found) ? found : null;

    private async Task<IActionResult> AnswerAsync(Period period, Outcome outcome, string done, string next, CancellationToken cancel)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = done;
            return Redirect(next);
        }

        return await AgainAsync(period, cancel, outcome);
    }

    private async Task<IActionResult> AgainAsync(Period period, CancellationToken cancel, Outcome? refusal = null)
    {
        this.Refuse(refusal);
        return View("Approval", await query.PageAsync(period, cancel));
    }
}
