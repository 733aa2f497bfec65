using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Web.Features.Accounts;
using ITScoring.Web.Features.SignIn;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Passwords;

/// <summary>One's own password.</summary>
[Route("password")]
[RequirePermission(Permission.OwnAccount)]
public sealed class PasswordsController(AppDbContext db, AccountService service, SignInManager<AppUser> signIn, CurrentUser me) : Controller
{
    private static readonly string Wrong = new VietnameseIdentityErrors().PasswordMismatch().Description;

    [HttpGet("")]
    public IActionResult Password() => View(AccountClaims.MustChangePassword(User));

    [HttpPost("")]
    [EnableRateLimiting(SignInController.RateLimit)]
    public async Task<IActionResult> Password(string? current, string? wanted, string? repeated, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(current))
            ModelState.AddModelError("current", "Nhập mật khẩu hiện tại.");
        if (string.IsNullOrEmpty(wanted))
            ModelState.AddModelError("wanted", "Nhập mật khẩu mới.");
        else if (wanted != repeated)
            ModelState.AddModelError("repeated", "Hai lần nhập mật khẩu mới không giống nhau.");
        else if (wanted == current)
            ModelState.AddModelError("wanted", "Mật khẩu mới phải khác mật khẩu hiện tại.");
        if (ModelState.IsValid)
        {
            var user = await db.Users.SingleAsync(u => u.Id == me.UserId, cancel);
            var outcome = await service.ChangePasswordAsync(user, current!, wanted!, cancel);
            if (outcome.Ok)
            {
                await signIn.RefreshSignInAsync(user);
                TempData["Notice"] = "Đã đổi mật khẩu.";
                return Redirect("/home");
            }

            foreach (var problem in outcome.Problems)
                ModelState.AddModelError(problem == Wrong ? "current" : "wanted", problem);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(AccountClaims.MustChangePassword(User));
    }
}
