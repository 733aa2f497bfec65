using System.Text;
using ITScoring.Web.Features.CriteriaSets;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.SetImports;

/// <summary>A whole criteria set from a workbook: looked at first, taken only when nothing is wrong with it.</summary>
[Route("set-imports")]
[RequirePermission(Permission.ManageCriteriaSets)]
public sealed class SetImportsController(SetImportQuery query, SetService service, SealedTickets tickets) : Controller
{
    private const int MostBytes = 8_000_000;
    private const string Purpose = "set-import";

    [HttpGet("")]
    public IActionResult Import() => View(new SetImportPage(null, [], null, null, null));

    [HttpPost("")]
    [RequestSizeLimit(MostBytes)]
    public async Task<IActionResult> Import(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
            return Refused("Chọn tệp Excel của bộ tiêu chí.");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        bytes.Position = 0;
        var workbook = WorkbookReader.Read(bytes, "mẫu bộ tiêu chí");
        if (workbook.Value is not { } read)
            return Refused(workbook.Problem!);
        var reading = CriteriaSetSheets.Read(read);
        if (!reading.IsWhole || reading.Json is not { } json)
        {
            this.Refuse();
            return View(new SetImportPage(null, reading.Problems, null, null, null));
        }

        return View(await query.PageAsync(json, tickets.Seal(Purpose, "", new SetTicket(Encoding.UTF8.GetString(json))), cancel));
    }

    [HttpPost("taken")]
    [RequestFormLimits(ValueLengthLimit = SealedTickets.MaxLetters)]
    [RequestSizeLimit(MostBytes)]
    public async Task<IActionResult> Take(string? ticket, CancellationToken cancel)
    {
        if (tickets.Open<SetTicket>(Purpose, "", ticket) is not { } held)
            return Refused("Bản xem trước đã quá hạn. Chọn lại tệp để xem trước rồi nhập.");
        var (outcome, set) = await service.ImportAsync(Encoding.UTF8.GetBytes(held.Json), cancel);
        if (!outcome.Ok)
        {
            this.Refuse(outcome);
            return View("Import", new SetImportPage(null, [], null, null, null));
        }

        TempData["Notice"] = $"Đã nhập thành bản nháp {set!.Name}.";
        return Redirect($"/criteria-sets/{set.Id}");
    }

    private ViewResult Refused(string why)
    {
        ModelState.AddModelError("file", why);
        this.Refuse();
        return View("Import", new SetImportPage(null, [], null, null, null));
    }

    private sealed record SetTicket(string Json);
}
