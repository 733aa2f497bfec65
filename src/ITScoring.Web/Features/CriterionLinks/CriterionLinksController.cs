using System.Text.Json;
using ITScoring.Domain;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.CriterionLinks;

/// <summary>Nối tiêu chí: which criteria of two years measure the same though code, name or rule changed.</summary>
[Route("criterion-links")]
public sealed class CriterionLinksController(LinkQuery query, LinkService service) : Controller
{
    [HttpGet("{period:regex(^[[a-z0-9-]]+$)}")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Links(string period, string? since, CancellationToken cancel) => await query.PageAsync(period, since, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("{period}/{since}")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Link(string period, string since, string? earlier, string? later, string? reason, CancellationToken cancel)
    {
        if (await query.PageAsync(period, since, cancel) is not { } page)
            return NotFound();
        var why = TextInput.Read(ModelState, "reason", reason);
        Outcome? outcome = null;
        try
        {
            outcome = ModelState.IsValid ? await service.LinkAsync(page, earlier, later, why, cancel) : null;
        }
        catch (DbUpdateConcurrencyException)
        {
            outcome = Outcome.WrongState("Có người vừa nối một trong hai tiêu chí này. Xem lại danh sách.");
        }

        return await AnswerAsync(period, since, outcome, "Đã nối hai tiêu chí.", cancel);
    }

    [HttpPost("{period}/{since}/{id:int}/remove")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Unlink(string period, string since, int id, CancellationToken cancel) => await query.PageAsync(period, since, cancel) is { } page
        ? await AnswerAsync(period, since, await service.UnlinkAsync(page, id, cancel), "Đã bỏ nối.", cancel)
        : NotFound();

    /// <summary>Every link, for anybody who recomputes a comparison.</summary>
    [HttpGet("links.csv")]
    [AllowAnonymous]
    public async Task<IActionResult> Csv(CancellationToken cancel) => File(DataCsv.Write(await query.SheetAsync(cancel)), "text/csv; charset=utf-8", "noi-tieu-chi.csv");

    [HttpGet("links.json")]
    [AllowAnonymous]
    public async Task<IActionResult> Json(CancellationToken cancel)
    {
        var sheet = await query.SheetAsync(cancel);
        var rows = sheet.Rows.Select(row => sheet.Columns.Zip(row).ToDictionary(c => c.First.Key, c => c.Second));
        return File(JsonSerializer.SerializeToUtf8Bytes(new { format = "itscoring/criterion-links/1", links = rows }), "application/json; charset=utf-8", "noi-tieu-chi.json");
    }

    private async Task<IActionResult> AnswerAsync(string period, string since, Outcome? outcome, string done, CancellationToken cancel)
    {
        if (outcome?.Ok == true)
        {
            TempData["Notice"] = done;
            return Redirect($"/criterion-links/{period}?since={since}");
        }

        this.Refuse(outcome);
        return await query.PageAsync(period, since, cancel) is { } page ? View("Links", page) : NotFound();
    }
}
