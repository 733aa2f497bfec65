using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Web.Features.Checks;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.SignOff;

/// <summary>The head's page: everything on one screen, sign or send back.</summary>
[Route("submissions/{period}/{agency}/sign-off")]
[RequirePermission(Permission.SignOff)]
public sealed class SignOffController(OwnForms forms, CheckQuery query, SubmissionService service) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> SignOff(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form ? View(await query.PageAsync(form, cancel: cancel)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Submit(string period, string agency, string? declaration, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        if (declaration != "true")
        {
            ModelState.AddModelError("declaration", "Đánh dấu xác nhận nội dung phiếu trước khi ký nộp.");
            return await AgainAsync(form, cancel);
        }

        return await AnswerAsync(form, await service.SubmitAsync(form, cancel), "Đã ký nộp phiếu.", $"{form.Path}/receipt", cancel);
    }

    [HttpPost("send-back")]
    public async Task<IActionResult> SendBack(string period, string agency, string? reason, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        if (PlainText.Clean(reason)?.Length > Lengths.Text)
        {
            ModelState.AddModelError("reason", $"Lý do dài quá {Display.Of(Lengths.Text)} ký tự. Rút gọn rồi gửi lại.");
            return await AgainAsync(form, cancel);
        }

        return await AnswerAsync(form, await service.SendBackAsync(form, reason, cancel), "Đã chuyển lại phiếu cho đầu mối.", form.Path, cancel);
    }

    private async Task<IActionResult> AnswerAsync(OwnForm form, Outcome outcome, string done, string next, CancellationToken cancel)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = done;
            return Redirect(next);
        }

        return await AgainAsync(form, cancel, outcome);
    }

    private async Task<IActionResult> AgainAsync(OwnForm form, CancellationToken cancel, Outcome? refusal = null)
    {
        this.Refuse(refusal);
        return View("SignOff", await query.PageAsync(form, cancel: cancel));
    }
}
