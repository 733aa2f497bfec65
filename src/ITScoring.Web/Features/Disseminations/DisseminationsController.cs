using ITScoring.Domain;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Disseminations;

/// <summary>Xác nhận phổ biến: agencies confirm that rooms and units were told; the manager sees who has not, and reminds.</summary>
[Route("disseminations/{period}")]
public sealed class DisseminationsController(DisseminationService service) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Disseminations(string period, string? search, string? show, CancellationToken cancel) =>
        await service.FindAsync(period, cancel) is { } found ? View(await service.ListAsync(found, search, show, cancel)) : NotFound();

    /// <param name="agency">Only this one; empty: all that have not confirmed.</param>
    [HttpPost("remind")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Remind(string period, string? agency, CancellationToken cancel)
    {
        if (await service.FindAsync(period, cancel) is not { } found)
            return NotFound();
        var (outcome, reminded, left) = await service.RemindAsync(found, PlainText.Clean(agency), cancel);
        if (outcome.Ok)
        {
            TempData["Notice"] = $"Đã nhắc {reminded} cơ quan.{(left > 0 ? $" {left} cơ quan không nhắc: hôm nay đã nhắc, hoặc chưa có tài khoản thủ trưởng." : "")}";
            return Redirect($"/disseminations/{found.Code}");
        }

        this.Refuse(outcome);
        return View("Disseminations", await service.ListAsync(found, null, null, cancel));
    }

    [HttpGet("{agency}")]
    [RequirePermission(Permission.ReadOwnForm)]
    public async Task<IActionResult> Dissemination(string period, string agency, CancellationToken cancel) =>
        await service.FindAsync(period, cancel) is { } found && service.OwnAgency(found, agency) is { } own ? View(await service.PageAsync(found, own, cancel)) : NotFound();

    [HttpPost("{agency}")]
    [RequirePermission(Permission.SignOff)]
    public async Task<IActionResult> Confirm(string period, string agency, string? day, string? note, CancellationToken cancel)
    {
        if (await service.FindAsync(period, cancel) is not { } found || service.OwnAgency(found, agency) is not { } own)
            return NotFound();
        var on = DateInput.Parse(day);
        if (on.Problem is not null || on.IsEmpty)
            ModelState.AddModelError("day", on.Problem ?? "Nhập ngày đã phổ biến.");
        var said = TextInput.Read(ModelState, "note", note);
        if (!ModelState.IsValid)
        {
            this.Refuse();
            return View("Dissemination", await service.PageAsync(found, own, cancel));
        }

        Outcome outcome;
        try
        {
            outcome = await service.ConfirmAsync(found, own, on.Value, said, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            outcome = Outcome.WrongState("Người khác của cơ quan vừa xác nhận. Tải lại trang để xem.");
        }

        if (!outcome.Ok)
        {
            this.Refuse(outcome);
            return View("Dissemination", await service.PageAsync(found, own, cancel));
        }

        TempData["Notice"] = "Đã ghi xác nhận phổ biến.";
        return Redirect($"/disseminations/{found.Code}/{own.Code.ToLowerInvariant()}");
    }
}
