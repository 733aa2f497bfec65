using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Par;

/// <summary>Hand-over to the PAR index: points for criterion 7.1.3, as page, document and workbook.</summary>
[Route("par/{period}")]
public sealed class ParController(ParQuery query, ParService service, CurrentUser user, IOptions<PortalOptions> portal) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadApprovedResults)]
    public async Task<IActionResult> Par(string period, CancellationToken cancel) =>
        await query.FindAsync(period, cancel: cancel) is { } table ? View(PageOf(table)) : NotFound();

    [HttpPost("rule")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Rule(string period, ParForm form, CancellationToken cancel)
    {
        if (await query.FindAsync(period, tracked: true, cancel) is not { } table)
            return NotFound();
        var outcome = await service.SetAsync(table, form, cancel);
        if (!outcome.Ok)
        {
            this.Refuse(outcome, at => at == "steps" ? "method" : at);
            return View("Par", new ParPage(table, form));
        }

        TempData["Notice"] = "Đã lưu cách tính điểm 7.1.3.";
        return Redirect($"/par/{table.Period.Code}");
    }

    [HttpGet("table.xlsx")]
    [RequirePermission(Permission.ReadApprovedResults)]
    public async Task<IActionResult> Workbook(string period, CancellationToken cancel) =>
        await query.FindAsync(period, cancel: cancel) is { Rule: not null } table
            ? File(DataWorkbook.Write(table.Period.Title, table.Record.Notice, [ParSheet.Of(table)]), DataWorkbook.MediaType, $"diem-7.1.3-{table.Period.Code}.xlsx")
            : NotFound();

    [HttpGet("table.pdf")]
    [RequirePermission(Permission.ReadApprovedResults)]
    public async Task<IActionResult> Document(string period, CancellationToken cancel) =>
        await query.FindAsync(period, cancel: cancel) is { Rule: not null } table
            ? File(ParDocument.Write(table, portal.Value), "application/pdf", $"diem-7.1.3-{table.Period.Code}.pdf")
            : NotFound();

    private ParPage PageOf(ParTable table) => new(table, user.Can(Permission.ManagePeriods) ? ParQuery.FormOf(table) : null);
}
