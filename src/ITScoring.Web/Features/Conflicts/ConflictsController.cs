using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Conflicts;

/// <summary>Khai báo xung đột lợi ích: by the reviewer, lifted by the manager.</summary>
[Route("conflicts/{period}")]
public sealed class ConflictsController(AppDbContext db, ReviewForms forms, ConflictService service, CurrentUser user) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.ReadReviews)]
    public async Task<IActionResult> Conflicts(string period, CancellationToken cancel) =>
        await forms.FindPeriodAsync(period, cancel) is { } found ? View(await PageAsync(found, null, null, null, cancel)) : NotFound();

    [HttpPost("")]
    [RequirePermission(Permission.Review)]
    public async Task<IActionResult> Declare(string period, int? agency, string? reason, CancellationToken cancel)
    {
        if (await forms.FindPeriodAsync(period, cancel) is not { } found)
            return NotFound();
        var why = TextInput.Read(ModelState, "reason", reason);
        var outcome = ModelState.IsValid ? await service.DeclareAsync(found, agency ?? 0, why, cancel) : null;
        if (outcome is not { Ok: true })
            return await RefusedAsync(period, outcome, agency, reason, null, cancel);
        TempData["Notice"] = $"Đã khai báo. Từ nay hệ thống không cho anh/chị thẩm tra phiếu của {found.FindAgency(agency!.Value)!.Name}.";
        return Redirect($"/conflicts/{found.Code}");
    }

    [HttpPost("{id:int}/lift")]
    [RequirePermission(Permission.ManagePeriods)]
    public async Task<IActionResult> Lift(string period, int id, CancellationToken cancel)
    {
        // Many stand on one page: each has a field of its own, and the refusal leads to it.
        var (field, reason) = ($"reason-{id}", Request.Form[$"reason-{id}"].ToString());
        if (await forms.FindPeriodAsync(period, cancel) is not { } found || found.Conflicts.FirstOrDefault(c => c.Id == id) is not { } conflict)
            return NotFound();
        var why = TextInput.Read(ModelState, field, reason);
        var outcome = ModelState.IsValid ? await service.LiftAsync(found, conflict, why, cancel) : null;
        if (outcome is not { Ok: true })
            return await RefusedAsync(period, outcome, null, reason, id, cancel, field);
        TempData["Notice"] = $"Đã gỡ khai báo với {found.FindAgency(conflict.AgencyId)!.Name}. Người này có thể được phân công lại.";
        return Redirect($"/conflicts/{found.Code}");
    }

    private async Task<IActionResult> RefusedAsync(string period, Outcome? outcome, int? agency, string? reason, int? lifting, CancellationToken cancel, string field = "reason")
    {
        this.Refuse(outcome, at => at == "reason" ? field : at);
        forms.Forget();
        return await forms.FindPeriodAsync(period, cancel) is { } again ? View("Conflicts", await PageAsync(again, agency, reason, lifting, cancel)) : NotFound();
    }

    private async Task<ConflictsPage> PageAsync(Period period, int? agency, string? reason, int? lifting, CancellationToken cancel)
    {
        var mine = period.Conflicts.Where(c => user.Can(Permission.ManagePeriods) || c.ReviewerId == user.UserId).OrderByDescending(c => c.Id).ToList();
        var ids = mine.Select(c => c.ReviewerId).ToHashSet();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        return new ConflictsPage(
            period,
            [.. mine.Select(c => (c, names.GetValueOrDefault(c.ReviewerId, "–"), period.FindAgency(c.AgencyId)?.Name ?? "–"))],
            [.. period.Agencies.Where(a => user.AgencyId != a.AgencyId && !period.HasConflict(user.UserId, a.AgencyId)).OrderBy(a => a.Order)],
            agency,
            reason,
            lifting);
    }
}
