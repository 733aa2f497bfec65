using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.Accounts;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.People;

/// <summary>The agency's editor looks after the accounts of its contributors; heads and deputies are the administrator's.</summary>
[Route("people")]
[RequirePermission(Permission.ManageOwnPeople)]
public sealed class PeopleController(AppDbContext db, AccountService service, CurrentUser me, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> People(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var people = await Own().AsNoTracking().OrderBy(u => u.Role).ThenBy(u => u.DisplayName).ToListAsync(cancel);
        var ids = people.Select(p => p.Id).ToList();
        var open = await db.Invitations.AsNoTracking().Where(i => ids.Contains(i.UserId) && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).ToListAsync(cancel);
        return View(new PeoplePage(people, open.GroupBy(i => i.UserId).ToDictionary(g => g.Key, g => g.Max(i => i.ExpiresAt))));
    }

    [HttpGet("{id:int}/{verb:regex(^(suspend|reactivate)$)}")]
    public async Task<IActionResult> Ask(int id, AccountVerb verb, CancellationToken cancel) => await ContributorAsync(id, cancel) is { } user ? View("Confirm", AccountVerbPage.Of(user, verb)) : NotFound();

    [HttpPost("{id:int}/suspend")]
    public Task<IActionResult> Suspend(int id, CancellationToken cancel) => ActAsync(id, AccountVerb.Suspend, service.SuspendAsync, "Đã ngừng tài khoản {0}.", cancel);

    [HttpPost("{id:int}/reactivate")]
    public Task<IActionResult> Reactivate(int id, CancellationToken cancel) => ActAsync(id, AccountVerb.Reactivate, service.ReactivateAsync, "Tài khoản {0} dùng lại được.", cancel);

    /// <summary>The editor's scope: accounts of the home agency that work for it.</summary>
    private IQueryable<AppUser> Own() => db.Users.Where(u =>
        u.AgencyId != null && u.AgencyId == me.AgencyId && (u.Role == Role.Contributor || u.Role == Role.Editor || u.Role == Role.Head || u.Role == Role.Deputy));

    private Task<AppUser?> ContributorAsync(int id, CancellationToken cancel) => Own().FirstOrDefaultAsync(u => u.Id == id && u.Role == Role.Contributor, cancel);

    private async Task<IActionResult> ActAsync(int id, AccountVerb verb, Func<AppUser, CancellationToken, Task<Outcome>> act, string done, CancellationToken cancel)
    {
        if (await ContributorAsync(id, cancel) is not { } user)
            return NotFound();
        var outcome = await act(user, cancel);
        if (!outcome.Ok)
        {
            this.Refuse(outcome);
            return View("Confirm", AccountVerbPage.Of(user, verb));
        }

        TempData["Notice"] = string.Format(VietnamTime.Culture, done, user.UserName);
        return Redirect("/people");
    }
}
