using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Reports;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>The form as an Excel workbook: out, and back by way of a preview.</summary>
[Route("submissions/{period}/{agency}/workbook")]
public sealed class WorkbooksController(OwnForms forms, WorkbookQuery query, WorkbookImport import, WorkbookTickets tickets) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Download(string period, string agency, CancellationToken cancel)
    {
        if (await forms.ReadAsync(period, agency, cancel) is not { } form)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(FormWorkbook.Of(await query.ContentAsync(form, cancel)), FormWorkbook.ContentType, $"phieu-khao-sat-{form.Period.Code}-{form.Agency.Code.ToLowerInvariant()}.xlsx");
    }

    /// <summary>Reads a workbook and shows what it would change; nothing is written.</summary>
    [HttpPost("")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Preview(string period, string agency, IFormFile? file, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        if (file is null)
            return Refused(form, "Chọn tệp phiếu (.xlsx) rồi bấm “Xem trước”.");
        await using var stream = file.OpenReadStream();
        var preview = await import.PreviewAsync(form, stream, cancel);
        return preview.Problem is { } problem ? Refused(form, problem) : View("Import", new WorkbookPage(form, preview.Value));
    }

    /// <summary>Stores the parts of a preview that were chosen.</summary>
    [HttpPost("apply")]
    [RequirePermission(Permission.FillForm)]
    public async Task<IActionResult> Apply(string period, string agency, string? ticket, string[] cells, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return NotFound();
        if (tickets.Open(form, ticket) is not { } parts)
            return Refused(form, $"Bản xem trước đã quá {(int)SealedTickets.Valid.TotalMinutes} phút hoặc không còn dùng được, chưa có gì được ghi. Chọn lại tệp để xem trước lần nữa.");
        var chosen = parts.Where(p => cells.Contains(p.Key)).ToList();
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("cells", "Chưa chọn ô nào để ghi. Đánh dấu các ô cần ghi rồi bấm lại.");
            this.Refuse();
            return View("Import", new WorkbookPage(form, await import.PreviewAsync(form, parts, new HashSet<string>(), cancel)));
        }

        if (await import.ApplyAsync(period, agency, chosen, cancel) is not var (now, save))
            return NotFound();
        if (save.IsComplete)
        {
            TempData["Notice"] = save.Saved.Count > 0 ? $"Đã ghi {save.Saved.Count} câu từ phiếu Excel: {string.Join(", ", save.Saved)}." : "Các ô đã chọn giống nội dung trên cổng, không có gì phải ghi.";
            return Redirect(now.Path);
        }

        if (!save.Refusal.Ok)
        {
            ModelState.AddModelError("", $"{save.Refusal.Problems[0]} Chưa có ô nào được ghi từ phiếu Excel.");
            Response.StatusCode = Refusals.StatusOf(save.Refusal);
        }
        else
        {
            foreach (var (code, problem) in save.Problems)
                ModelState.AddModelError("", $"{code}. {problem}");
            foreach (var code in save.Conflicts.Keys)
                ModelState.AddModelError(code, $"{code}. Vừa được người khác đổi trên web sau khi xem trước; chưa ghi, cần chọn lại");
            Response.StatusCode = save.Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        }

        var notice = save.Saved.Count > 0 ? $"Đã ghi {save.Saved.Count} câu: {string.Join(", ", save.Saved)}. Các ô dưới đây chưa ghi." : null;
        return View("Import", new WorkbookPage(now, await import.PreviewAsync(now, parts, cells.ToHashSet(), cancel), notice));
    }

    private ViewResult Refused(OwnForm form, string problem)
    {
        ModelState.AddModelError("file", problem);
        this.Refuse();
        return View("Import", new WorkbookPage(form, null));
    }
}
