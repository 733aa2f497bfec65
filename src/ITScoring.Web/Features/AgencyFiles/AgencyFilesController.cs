using ITScoring.Domain;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>The list of blocks and agencies as a workbook, out and back in.</summary>
[Route("agencies/file")]
[RequirePermission(Permission.ManageAgencies)]
public sealed class AgencyFilesController(AgencyImport import) : Controller
{
    [HttpGet("")]
    public IActionResult AgencyFile() => View(null as AgencyPreview);

    [HttpGet("export")]
    public async Task<IActionResult> Export(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        return File(await import.ExportAsync(cancel), DataWorkbook.MediaType, "danh-muc-co-quan.xlsx");
    }

    /// <summary>Reads a file and shows what it would change; nothing is written.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Preview(IFormFile? file, CancellationToken cancel)
    {
        if (file is null)
            return Refused(Outcome.InputAt("file", "Chọn tệp danh mục (.xlsx) rồi bấm “Xem trước”."), null);
        await using var stream = file.OpenReadStream();
        var preview = await import.PreviewAsync(file.FileName, stream, cancel);
        return preview.Problem is { } problem ? Refused(Outcome.InputAt("file", problem), null) : View("AgencyFile", preview.Value);
    }

    [HttpPost("apply")]
    public async Task<IActionResult> Apply(string? ticket, CancellationToken cancel)
    {
        if (import.Open(ticket) is not { } opened)
            return Refused(Outcome.InputAt("file", $"Bản xem trước đã quá {(int)SealedTickets.Valid.TotalMinutes} phút hoặc không còn dùng được, chưa có gì được ghi. Chọn lại tệp để xem trước lần nữa."), null);
        var (outcome, done) = await import.ApplyAsync(opened, cancel);
        if (!outcome.Ok)
            return Refused(outcome, await import.PreviewAsync(opened, cancel));
        TempData["Notice"] = $"Đã nhập danh mục từ tệp {opened.FileName}: {done}.";
        return Redirect("/agencies");
    }

    private ViewResult Refused(Outcome outcome, AgencyPreview? preview)
    {
        this.Refuse(outcome);
        return View("AgencyFile", preview);
    }
}
