using ITScoring.Web.Input;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Audit;

/// <summary>The audit log, to read.</summary>
[Route("audit")]
[RequirePermission(Permission.ReadAudit)]
public sealed class AuditController(AuditQuery query) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Audit(AuditFilter filter, int page = 1, CancellationToken cancel = default)
    {
        var (from, until) = (Day("from", filter.From), Day("until", filter.Until));
        if (from > until)
            ModelState.AddModelError("until", "Ngày cuối phải không sớm hơn ngày đầu.");
        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(await query.PageAsync(filter, from, until, page, cancel));
    }

    [HttpGet("list.xlsx")]
    public Task<IActionResult> Workbook(AuditFilter filter, CancellationToken cancel) => SendAsync(filter, sheet => DataWorkbook.Write("Nhật ký", null, [sheet]), DataWorkbook.MediaType, "nhat-ky.xlsx", cancel);

    [HttpGet("list.csv")]
    public Task<IActionResult> Csv(AuditFilter filter, CancellationToken cancel) => SendAsync(filter, DataCsv.Write, "text/csv; charset=utf-8", "nhat-ky.csv", cancel);

    private async Task<IActionResult> SendAsync(AuditFilter filter, Func<DataSheet, byte[]> write, string type, string name, CancellationToken cancel)
    {
        var (from, until) = (Day("from", filter.From), Day("until", filter.Until));
        if (!ModelState.IsValid || from > until)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(write(await query.SheetAsync(filter, from, until, cancel)), type, name);
    }

    private DateOnly? Day(string name, string? typed)
    {
        var day = DateInput.Parse(typed);
        if (day.Problem is not null)
            ModelState.AddModelError(name, day.Problem);
        return day.IsEmpty || day.Problem is not null ? null : day.Value;
    }
}
