using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
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
    public async Task<IActionResult> Notes(string period, string agency, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var typed = Typed();
        return await AnswerAsync(form, typed, await service.SaveNotesAsync(form, OfUsableLength(typed), cancel), "Đã lưu ghi chú.", $"{form.Path}/check", cancel);
    }

    [HttpPost("present")]
    [RequirePermission(Permission.PresentForm)]
    public async Task<IActionResult> Present(string period, string agency, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        var typed = Typed();
        var usable = OfUsableLength(typed);
        // What can be kept is kept, also when something else is in the way.
        var outcome = ModelState.IsValid ? await service.PresentAsync(form, usable, cancel) : await service.SaveNotesAsync(form, usable, cancel);
        return await AnswerAsync(form, typed, outcome, "Đã trình thủ trưởng. Phiếu tạm khóa cho đến khi thủ trưởng ký nộp hoặc chuyển lại.", form.Path, cancel);
    }

    [HttpPost("recall")]
    [RequirePermission(Permission.PresentForm)]
    public async Task<IActionResult> Recall(string period, string agency, CancellationToken cancel) =>
        await forms.FindAsync(period, agency, cancel) is { } form
            ? await AnswerAsync(form, [], await service.RecallAsync(form, cancel), "Đã rút lại phiếu. Có thể sửa tiếp.", form.Path, cancel)
            : NotFound();

    private async Task<IActionResult> AnswerAsync(OwnForm form, Dictionary<string, string?> typed, Outcome outcome, string done, string next, CancellationToken cancel)
    {
        if (outcome.Ok && ModelState.IsValid)
        {
            TempData["Notice"] = done;
            return Redirect(next);
        }

        this.Refuse(outcome.Ok ? null : outcome);
        return View("Check", await query.PageAsync(form, typed, cancel));
    }

    /// <summary>Notes by finding code, as they are to be stored.</summary>
    private Dictionary<string, string?> Typed() =>
        Request.Form.Where(f => f.Key.StartsWith(NotePrefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[NotePrefix.Length..], f => PlainText.Clean(f.Value));

    /// <summary>The notes that are not too long; of the others the page says so at their field.</summary>
    private Dictionary<string, string?> OfUsableLength(Dictionary<string, string?> typed)
    {
        foreach (var (code, text) in typed.Where(n => n.Value?.Length > Lengths.Text))
            ModelState.AddModelError(NotePrefix + code, $"Ghi chú dài {Display.Of(text!.Length)} ký tự, quá {Display.Of(Lengths.Text)} ký tự. Rút gọn rồi lưu lại.");
        return typed.Where(n => n.Value is not { Length: > Lengths.Text }).ToDictionary();
    }
}
