using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Access;

/// <summary>Who has what: every role of every person, as page and as files.</summary>
[Route("access")]
[RequirePermission(Permission.ManageAccounts)]
public sealed class AccessController(AccessQuery query) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Access(string? search, int page = 1, CancellationToken cancel = default) => View(new AccessPage(new Paged<AccessRow>(await query.RowsAsync(search, cancel), page), search));

    [HttpGet("list.xlsx")]
    public async Task<IActionResult> Workbook(string? search, CancellationToken cancel) => Send(DataWorkbook.Write("Ai có quyền gì", null, [await query.SheetAsync(search, cancel)]), DataWorkbook.MediaType, "ai-co-quyen-gi.xlsx");

    [HttpGet("list.csv")]
    public async Task<IActionResult> Csv(string? search, CancellationToken cancel) => Send(DataCsv.Write(await query.SheetAsync(search, cancel)), "text/csv; charset=utf-8", "ai-co-quyen-gi.csv");

    private FileContentResult Send(byte[] bytes, string type, string name)
    {
        Response.Headers.CacheControl = "no-store";
        return File(bytes, type, name);
    }
}
