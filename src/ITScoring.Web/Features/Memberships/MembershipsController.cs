using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Memberships;

/// <summary>Further memberships: the person switches between them, the administrator gives and ends them.</summary>
[Route("memberships")]
public sealed class MembershipsController(MembershipService service, SignInManager<AppUser> signIn, CurrentUser me, TimeProvider clock) : Controller
{
    [HttpGet("")]
    [RequirePermission(Permission.OwnAccount)]
    public async Task<IActionResult> Mine(CancellationToken cancel) => View("Mine", await service.PageAsync((await service.FindAsync(me.UserId, cancel))!, new MembershipForm(), toChange: false, cancel));

    /// <summary>Gives out a cookie with the role and agency of the choice; every check of rights then goes by it.</summary>
    [HttpPost("switch")]
    [RequirePermission(Permission.OwnAccount)]
    public async Task<IActionResult> Switch(int id, CancellationToken cancel)
    {
        var user = (await service.FindAsync(me.UserId, cancel))!;
        var outcome = await service.SwitchAsync(user, id, cancel);
        if (!outcome.Ok)
        {
            this.Refuse(outcome);
            return View("Mine", await service.PageAsync(user, new MembershipForm(), toChange: false, cancel));
        }

        await signIn.RefreshSignInAsync(user);
        TempData["Notice"] = "Đã chuyển tư cách làm việc.";
        return Redirect("/home");
    }

    [HttpGet("/accounts/{id:int}/memberships")]
    [RequirePermission(Permission.ManageAccounts)]
    public async Task<IActionResult> Memberships(int id, CancellationToken cancel) =>
        await service.FindAsync(id, cancel) is { } user ? View("Memberships", await service.PageAsync(user, new MembershipForm { From = VietnamTime.Day(clock.Today()) }, toChange: true, cancel)) : NotFound();

    [HttpPost("/accounts/{id:int}/memberships")]
    [RequirePermission(Permission.ManageAccounts)]
    public async Task<IActionResult> Add(int id, MembershipForm form, CancellationToken cancel)
    {
        if (await service.FindAsync(id, cancel) is not { } user)
            return NotFound();
        var (from, until) = (DateInput.Parse(form.From), DateInput.Parse(form.Until));
        if (!Enum.TryParse<Role>(form.Role, out var role) || !Enum.IsDefined(role))
            ModelState.AddModelError("role", "Chọn vai trò.");
        if (from.Problem is not null || from.IsEmpty)
            ModelState.AddModelError("from", from.Problem ?? "Nhập ngày đầu.");
        if (until.Problem is not null)
            ModelState.AddModelError("until", until.Problem);
        var outcome = ModelState.IsValid ? await service.AddAsync(user, role, form.Agency, form.Period, VietnamTime.StartOf(from.Value), until.IsEmpty ? null : VietnamTime.StartOf(until.Value.AddDays(1)).AddSeconds(-1), cancel) : null;
        return await AnswerAsync(user, outcome, form, "Đã thêm tư cách làm việc. Người dùng chuyển sang ở mục “Đổi tư cách”, chậm nhất sau một phút.", cancel);
    }

    [HttpPost("/accounts/{id:int}/memberships/{membership:int}/end")]
    [RequirePermission(Permission.ManageAccounts)]
    public async Task<IActionResult> End(int id, int membership, CancellationToken cancel) => await service.FindAsync(id, cancel) is { } user
        ? await AnswerAsync(user, await service.EndAsync(user, membership, cancel), new MembershipForm(), "Đã thôi tư cách làm việc; phiên đang dùng tư cách đó trở về vai trò chính trong một phút.", cancel)
        : NotFound();

    private async Task<IActionResult> AnswerAsync(AppUser user, Outcome? outcome, MembershipForm form, string done, CancellationToken cancel)
    {
        if (outcome?.Ok == true)
        {
            TempData["Notice"] = done;
            return Redirect($"/accounts/{user.Id}/memberships");
        }

        this.Refuse(outcome);
        return View("Memberships", await service.PageAsync(user, form, toChange: true, cancel));
    }
}
