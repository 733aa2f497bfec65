using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.SignIn;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Invitations;

/// <summary>Invitations: given by the administrator or the agency's editor, used by the person who has the code.</summary>
public sealed class InvitationsController(AppDbContext db, InvitationService service, CurrentUser me) : Controller
{
    [HttpGet("invitation")]
    [AllowAnonymous]
    public IActionResult Invitation() => View();

    [HttpPost("invitation")]
    [AllowAnonymous]
    [EnableRateLimiting(SignInController.RateLimit)]
    public async Task<IActionResult> Invitation(string? code, string? wanted, string? repeated, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(code))
            ModelState.AddModelError("code", "Nhập mã mời.");
        if (string.IsNullOrEmpty(wanted))
            ModelState.AddModelError("wanted", "Nhập mật khẩu.");
        else if (wanted != repeated)
            ModelState.AddModelError("repeated", "Hai lần nhập mật khẩu không giống nhau.");
        if (ModelState.IsValid)
        {
            var (outcome, userName) = await service.UseAsync(code, wanted!, cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã đặt mật khẩu. Đăng nhập với tên đăng nhập {userName}.";
                return Redirect("/sign-in");
            }

            this.Refuse(outcome);
            return View();
        }

        this.Refuse();
        return View();
    }

    [HttpGet("accounts/{id:int}/invite")]
    [RequirePermission(Permission.ManageAccounts)]
    public Task<IActionResult> Ask(int id, CancellationToken cancel) => ShowAsync(db.Users.Where(u => u.Id == id), "/accounts", cancel);

    [HttpPost("accounts/{id:int}/invite")]
    [RequirePermission(Permission.ManageAccounts)]
    public Task<IActionResult> Invite(int id, string? way, CancellationToken cancel) => InviteAsync(db.Users.Where(u => u.Id == id), way, "/accounts", cancel);

    [HttpGet("people/{id:int}/invite")]
    [RequirePermission(Permission.ManageOwnPeople)]
    public Task<IActionResult> AskOwn(int id, CancellationToken cancel) => ShowAsync(Own(id), "/people", cancel);

    [HttpPost("people/{id:int}/invite")]
    [RequirePermission(Permission.ManageOwnPeople)]
    public Task<IActionResult> InviteOwn(int id, string? way, CancellationToken cancel) => InviteAsync(Own(id), way, "/people", cancel);

    /// <summary>The editor's scope: contributors of the home agency.</summary>
    private IQueryable<AppUser> Own(int id) => db.Users.Where(u => u.Id == id && u.AgencyId == me.AgencyId && u.Role == Role.Contributor);

    private async Task<IActionResult> ShowAsync(IQueryable<AppUser> scope, string home, CancellationToken cancel) =>
        await scope.FirstOrDefaultAsync(cancel) is { } user ? View("Invite", Page(user, home)) : NotFound();

    private async Task<IActionResult> InviteAsync(IQueryable<AppUser> scope, string? way, string home, CancellationToken cancel)
    {
        if (await scope.FirstOrDefaultAsync(cancel) is not { } user)
            return NotFound();
        var (outcome, slip) = await service.InviteAsync(user, way == "mail", cancel);
        if (!outcome.Ok)
        {
            this.Refuse(outcome);
            return View("Invite", Page(user, home));
        }

        if (way == "mail")
        {
            TempData["Notice"] = $"Đã xếp thư mời gửi cho {user.DisplayName}.";
            return Redirect(home == "/people" ? home : $"/accounts/{user.Id}");
        }

        // Answers the post itself: a code that is shown once must not wait anywhere for a redirect.
        return View("InvitationSlips", new InvitationSlipsPage([slip!], $"{Request.Scheme}://{Request.Host}/invitation", home));
    }

    private InvitePage Page(AppUser user, string home) => new(user, $"{home}/{user.Id}/invite", home == "/people" ? home : $"/accounts/{user.Id}", service.CanMail(user), service.Days);
}
