using ITScoring.Domain;
using ITScoring.Web.Features.Invitations;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.AccountFiles;

/// <summary>Accounts from a file, by way of a preview.</summary>
[Route("accounts/file")]
[RequirePermission(Permission.ManageAccounts)]
public sealed class AccountFilesController(AccountImport import) : Controller
{
    [HttpGet("")]
    public IActionResult AccountFile() => View(null as AccountPreview);

    [HttpGet("template")]
    public IActionResult Template() => File(AccountImport.Template(), DataWorkbook.MediaType, "mau-nguoi-dung.xlsx");

    /// <summary>Reads a file and shows what each line would make; nothing is written.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Preview(IFormFile? file, CancellationToken cancel)
    {
        if (file is null)
            return Refused(Outcome.InputAt("file", "Chọn tệp (.xlsx hoặc .csv) rồi bấm “Xem trước”."));
        await using var stream = file.OpenReadStream();
        var preview = await import.PreviewAsync(file.FileName, stream, cancel);
        return preview.Problem is { } problem ? Refused(Outcome.InputAt("file", problem)) : View("AccountFile", preview.Value);
    }

    /// <summary>Takes the good lines; the slips are shown this once.</summary>
    [HttpPost("apply")]
    public async Task<IActionResult> Apply(string? ticket, CancellationToken cancel)
    {
        if (import.Open(ticket) is not { } opened)
            return Refused(TooOld());
        var (outcome, slips, done) = await import.ApplyAsync(opened, cancel);
        if (!outcome.Ok)
            return Refused(outcome);
        if (slips.Count > 0)
            return View("InvitationSlips", new InvitationSlipsPage(slips, $"{Request.Scheme}://{Request.Host}/invitation", "/accounts"));
        TempData["Notice"] = $"Đã nhập từ tệp {opened.FileName}: {done}.";
        return Redirect("/accounts");
    }

    /// <summary>The lines that cannot be taken, with the reasons, to be mended and brought again.</summary>
    [HttpPost("bad")]
    public IActionResult Bad(string? ticket)
    {
        if (import.Open(ticket) is not { } opened)
            return Refused(TooOld());
        Response.Headers.CacheControl = "no-store";
        return File(AccountImport.BadFile(opened), DataWorkbook.MediaType, "dong-chua-nhan.xlsx");
    }

    private static Outcome TooOld() => Outcome.InputAt("file", $"Bản xem trước đã quá {(int)SealedTickets.Valid.TotalMinutes} phút hoặc không còn dùng được, chưa có gì được ghi. Chọn lại tệp để xem trước lần nữa.");

    private ViewResult Refused(Outcome outcome)
    {
        this.Refuse(outcome);
        return View("AccountFile", null);
    }
}
