using ITScoring.Domain;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Checks;

/// <summary>Kiểm tra và trình.</summary>
[Route("submissions/{period}/{agency}/check")]
public sealed class ChecksController(OwnForms forms, CheckQuery query, SubmissionService service) : Controller
{
    private const string NotePrefix = "note-";

    [HttpGet("")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Check(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form ? View(await query.PageAsync(form, cancel: cancel)) : NotFound();

    [HttpPost("notes")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Notes(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form
            ? await AnswerAsync(form, await service.SaveNotesAsync(form, Typed(), cancel), "Đã lưu ghi chú.", $"{form.Path}/check", cancel)
            : NotFound();

    [HttpPost("present")]
    [RequirePermission(Permission.PresentForm)]
    public async Task<IActionResult> Present(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form
            ? await AnswerAsync(form, await service.PresentAsync(form, Typed(), cancel), "Đã trình thủ trưởng. Phiếu tạm khóa cho đến khi thủ trưởng ký nộp hoặc chuyển lại.", form.Path, cancel)
            : NotFound();

    [HttpPost("recall")]
    [RequirePermission(Permission.PresentForm)]
    public async Task<IActionResult> Recall(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form
            ? await AnswerAsync(form, await service.RecallAsync(form, cancel), "Đã rút lại phiếu. Có thể sửa tiếp.", form.Path, cancel)
            : NotFound();

    private async Task<IActionResult> AnswerAsync(OwnForm form, Outcome outcome, string done, string next, CancellationToken cancel)
    {
        if (outcome.Ok)
        {
            TempData["Notice"] = done;
            return Redirect(next);
        }

        foreach (var problem in outcome.Problems)
            ModelState.AddModelError("", problem);
        Response.StatusCode = outcome.Refusal == RefusalKind.Input ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return View("Check", await query.PageAsync(form, Typed(), cancel));
    }

    private Dictionary<string, string?> Typed() =>
        Request.Form.Where(f => f.Key.StartsWith(NotePrefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[NotePrefix.Length..], f => (string?)f.Value.ToString()[..Math.Min(f.Value.ToString().Length, 2000)]);
}
