using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.Accounts;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Delegations;

/// <summary>The head gives a deputy of the own agency the signing for a stated time.</summary>
[Route("delegations")]
[RequirePermission(Permission.Delegate)]
public sealed class DelegationsController(AppDbContext db, AccountService service, CurrentUser me, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Delegations(CancellationToken cancel) => View("Delegations", await PageAsync(new DelegationForm { From = VietnamTime.Day(clock.Today()) }, cancel));

    [HttpPost("")]
    public async Task<IActionResult> Give(DelegationForm form, CancellationToken cancel)
    {
        var deputy = await Own().FirstOrDefaultAsync(u => u.Id == form.Deputy, cancel);
        var (from, until) = (DateInput.Parse(form.From), DateInput.Parse(form.Until));
        if (deputy is null)
            ModelState.AddModelError("deputy", "Chọn cấp phó trong danh sách.");
        if (from.Problem is not null || from.IsEmpty)
            ModelState.AddModelError("from", from.Problem ?? "Nhập ngày đầu.");
        if (until.Problem is not null || until.IsEmpty)
            ModelState.AddModelError("until", until.Problem ?? "Nhập ngày cuối; hết ngày đó việc giao tự hết.");
        var outcome = ModelState.IsValid ? await service.DelegateAsync(deputy!, VietnamTime.StartOf(from.Value), VietnamTime.StartOf(until.Value.AddDays(1)).AddSeconds(-1), cancel) : null;
        return await AnswerAsync(outcome, form, $"Đã giao {deputy?.DisplayName} ký thay từ {form.From?.Trim()} đến hết {form.Until?.Trim()}.", cancel);
    }

    [HttpPost("{id:int}/end")]
    public async Task<IActionResult> End(int id, CancellationToken cancel) => await Own().FirstOrDefaultAsync(u => u.Id == id, cancel) is { } deputy
        ? await AnswerAsync(await service.EndDelegationAsync(deputy, cancel), new DelegationForm(), $"{deputy.DisplayName} thôi ký thay.", cancel)
        : NotFound();

    /// <summary>The head's scope: deputies of the own agency.</summary>
    private IQueryable<AppUser> Own() => db.Users.Where(u => u.Role == Role.Deputy && u.AgencyId != null && u.AgencyId == me.AgencyId && u.SuspendedAt == null);

    private async Task<DelegationsPage> PageAsync(DelegationForm form, CancellationToken cancel) => new(await Own().AsNoTracking().OrderBy(u => u.DisplayName).ToListAsync(cancel), form, clock.UtcNow());

    private async Task<IActionResult> AnswerAsync(Outcome? outcome, DelegationForm form, string done, CancellationToken cancel)
    {
        if (outcome?.Ok == true)
        {
            TempData["Notice"] = done;
            return Redirect("/delegations");
        }

        this.Refuse(outcome);
        return View("Delegations", await PageAsync(form, cancel));
    }
}
