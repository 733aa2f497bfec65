using System.Globalization;
using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>Figures of the province's shared systems: import by the manager, and the list of where declared values differ.</summary>
[Route("shared-figures/{period}")]
public sealed class SharedFiguresController(
    PeriodService periods, ReviewForms forms, SharedImportQuery query, SharedImport import, DifferencesQuery differences, CriteriaSetCache sets, IOptions<PortalOptions> portal) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> SharedFigures(string period, CancellationToken cancel) =>
        await periods.FindAsync(period, cancel) is { } found ? View(await query.PageAsync(found, cancel: cancel)) : NotFound();

    /// <summary>A matrix of all agencies and the chosen questions, to be filled and brought back.</summary>
    [HttpGet("template")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Template(string period, string[]? q, CancellationToken cancel)
    {
        if (await periods.FindAsync(period, cancel) is not { CriteriaSetVersionId: not null } found)
            return NotFound();
        var offered = SharedImportQuery.OfTemplate(await sets.GetAsync(found, cancel));
        var chosen = offered.Where(x => q?.Contains(x.Code) == true).ToList();
        if (chosen.Count == 0)
            chosen = [.. offered.Where(x => x.Reference is not null || offered.All(o => o.Reference is null))];
        Response.Headers.CacheControl = "no-store";
        return File(SharedFiguresWorkbook.Of(found, chosen), FormWorkbook.ContentType, $"so-lieu-he-thong-dung-chung-{found.Code}.xlsx");
    }

    /// <summary>Reads a file and shows what it would change; nothing is written.</summary>
    [HttpPost("")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Preview(string period, string? source, IFormFile? file, CancellationToken cancel)
    {
        if (await periods.FindAsync(period, cancel) is not { } found)
            return NotFound();
        if (import.MayImport(found) is { Ok: false } closed)
            return await RefusedAsync(found, closed, source, null, cancel);
        if (portal.Value.SharedSystems.All(s => s.Code != source))
            ModelState.AddModelError("source", "Chọn hệ thống mà số liệu được lấy từ đó.");
        if (file is null)
            ModelState.AddModelError("file", "Chọn tệp số liệu (.xlsx hoặc .csv) rồi bấm “Xem trước”.");
        if (ModelState.IsValid)
        {
            await using var stream = file!.OpenReadStream();
            var preview = await import.PreviewAsync(found, source!, file.FileName, stream, cancel);
            if (preview.Problem is null)
                return View("SharedFigures", await query.PageAsync(found, source, preview.Value, cancel));
            ModelState.AddModelError("file", preview.Problem);
        }

        return await RefusedAsync(found, null, source, null, cancel);
    }

    /// <summary>Stores the figures of a preview; with bad lines in it only when asked to take the good ones.</summary>
    [HttpPost("apply")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Apply(string period, string? ticket, string? take, CancellationToken cancel)
    {
        if (await periods.FindAsync(period, cancel) is not { } found)
            return NotFound();
        if (import.Open(found, ticket) is not { } opened)
            return await RefusedAsync(found, Outcome.InputAt("file", $"Bản xem trước đã quá {(int)SealedTickets.Valid.TotalMinutes} phút hoặc không còn dùng được, chưa có gì được ghi. Chọn lại tệp để xem trước lần nữa."), null, null, cancel);
        try
        {
            var (outcome, done) = await import.ApplyAsync(found, opened, take == "good", cancel);
            if (!outcome.Ok)
                return await RefusedAsync(found, outcome, opened.Source, opened, cancel);
            TempData["Notice"] = $"Đã nhập số liệu {portal.Value.SharedSystemName(opened.Source)} từ tệp {opened.FileName}: {done}.";
            return Redirect($"/shared-figures/{found.Code}");
        }
        catch (DbUpdateConcurrencyException)
        {
            forms.Forget();
            return await periods.FindAsync(period, cancel) is { } again
                ? await RefusedAsync(again, Outcome.WrongState("Số liệu vừa được người khác nhập cùng lúc, nên chưa ghi gì. Xem lại bản xem trước dưới đây rồi bấm lại."), opened.Source, opened, cancel)
                : NotFound();
        }
    }

    [HttpPost("tolerance")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Tolerance(string period, string? tolerance, CancellationToken cancel)
    {
        if (await periods.FindAsync(period, cancel) is not { } found)
            return NotFound();
        var number = NumberInput.Parse(tolerance?.Trim().TrimEnd('%'), whole: false);
        var hundredths = number.Problem is null && decimal.TryParse(number.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var percent) ? percent * 100 : -1;
        var outcome = number.Problem is { } unreadable ? Outcome.InputAt("tolerance", unreadable)
            : number.IsEmpty ? Outcome.InputAt("tolerance", "Nhập mức chênh lệch cho phép, ví dụ 2.")
            : hundredths != decimal.Truncate(hundredths) ? Outcome.InputAt("tolerance", "Mức chênh lệch cho phép có nhiều nhất hai chữ số thập phân.")
            : await import.SetToleranceAsync(found, hundredths is < 0 or > int.MaxValue ? -1 : (int)hundredths, cancel);
        if (!outcome.Ok)
            return await RefusedAsync(found, outcome, null, null, cancel);
        TempData["Notice"] = $"Mức chênh lệch cho phép: {Display.Percent(found.SharedToleranceHundredths)}.";
        return Redirect($"/shared-figures/{found.Code}");
    }

    [HttpGet("differences")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Differences(string period, string? agency, string? source, string? show, int page = 1, CancellationToken cancel = default) =>
        await forms.FindPeriodAsync(period, cancel) is { } found
            ? View(await differences.PageAsync(found, new DifferenceFilter(agency is { Length: > 0 } ? agency : null, source is { Length: > 0 } ? source : null, show == "all"), page, cancel))
            : NotFound();

    private async Task<IActionResult> RefusedAsync(Period period, Outcome? refusal, string? source, SharedTicket? ticket, CancellationToken cancel)
    {
        // A field that the period's state takes away is named by no link.
        this.Refuse(refusal, at => (at == "file" && !import.MayImport(period).Ok) || (at == "tolerance" && period.State >= PeriodState.Proposed) ? "" : at);
        return View("SharedFigures", await query.PageAsync(period, source, ticket is null ? null : await import.PreviewAsync(period, ticket, cancel), cancel));
    }
}
