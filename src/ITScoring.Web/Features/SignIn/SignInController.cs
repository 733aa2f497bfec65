using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Web.Practice;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SignIn;

/// <summary>In and out.</summary>
public sealed class SignInController(AppDbContext db, SignInService service, CurrentUser user, IOptions<PracticeOptions> practice, TimeProvider clock) : Controller
{
    public const string RateLimit = "sign-in";

    [HttpGet("sign-in")]
    [AllowAnonymous]
    public async Task<IActionResult> SignIn(string? returnUrl, CancellationToken cancel) => user.IsSignedIn ? LocalRedirect(Local(returnUrl))
        : practice.Value.Enabled ? RedirectToAction("Choose", "Practice", new { returnUrl })
        : await ShowAsync(returnUrl, cancel);

    [HttpPost("sign-in")]
    [AllowAnonymous]
    [EnableRateLimiting(RateLimit)]
    public async Task<IActionResult> SignIn(string? userName, string? password, string? returnUrl, CancellationToken cancel)
    {
        // The password of the demonstration is known to all, and the practice site may ask for a code.
        if (practice.Value.Enabled)
            return RedirectToAction("Choose", "Practice", new { returnUrl });
        if (string.IsNullOrWhiteSpace(userName))
            ModelState.AddModelError("userName", "Nhập tên đăng nhập.");
        if (string.IsNullOrEmpty(password))
            ModelState.AddModelError("password", "Nhập mật khẩu.");
        if (ModelState.IsValid)
        {
            var (outcome, lockedUntil) = await service.SignInAsync(userName!, password!, cancel);
            switch (outcome)
            {
                case SignInOutcome.Done:
                    return LocalRedirect(Local(returnUrl));
                case SignInOutcome.MustChangePassword:
                    return LocalRedirect("/password");
                case SignInOutcome.SecondStep:
                    return RedirectToAction("Code", new { returnUrl = Local(returnUrl) });
                case SignInOutcome.Locked:
                    ModelState.AddModelError("userName", Locked(lockedUntil!.Value));
                    break;
                case SignInOutcome.Suspended:
                    ModelState.AddModelError("userName", "Tài khoản đã ngừng sử dụng. Liên hệ quản trị hệ thống nếu cần dùng lại.");
                    break;
                default:
                    ModelState.AddModelError("userName", "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra lại phím Caps Lock và bộ gõ tiếng Việt.");
                    break;
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(returnUrl, cancel);
    }

    [HttpGet("sign-in/code")]
    [AllowAnonymous]
    public async Task<IActionResult> Code(string? returnUrl) => user.IsSignedIn ? LocalRedirect(Local(returnUrl))
        : await service.WaitingAsync() is null ? LocalRedirect("/sign-in")
        : View("SecondStep", Local(returnUrl));

    [HttpPost("sign-in/code")]
    [AllowAnonymous]
    [EnableRateLimiting(RateLimit)]
    public async Task<IActionResult> Code(string? code, string? returnUrl, CancellationToken cancel)
    {
        if (await service.WaitingAsync() is null)
        {
            TempData["Notice"] = "Đã quá thời gian nhập mã xác thực. Đăng nhập lại từ đầu.";
            return RedirectToAction("SignIn", new { returnUrl = Local(returnUrl) });
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            ModelState.AddModelError("code", "Nhập mã xác thực.");
        }
        else
        {
            var (outcome, lockedUntil) = await service.SecondStepAsync(code, cancel);
            switch (outcome)
            {
                case SignInOutcome.Done:
                    return LocalRedirect(Local(returnUrl));
                case SignInOutcome.MustChangePassword:
                    return LocalRedirect("/password");
                case SignInOutcome.Locked:
                    ModelState.AddModelError("code", Locked(lockedUntil!.Value));
                    break;
                default:
                    ModelState.AddModelError("code", "Mã không đúng hoặc đã dùng. Đợi ứng dụng đổi mã mới rồi nhập lại; đồng hồ của điện thoại phải đúng giờ.");
                    break;
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SecondStep", Local(returnUrl));
    }

    [HttpPost("sign-out")]
    [RequirePermission(Permission.OwnAccount)]
    public async Task<IActionResult> SignOut(CancellationToken cancel)
    {
        await service.SignOutAsync(user.UserId, cancel);
        TempData["Notice"] = "Đã đăng xuất.";
        return LocalRedirect("/");
    }

    private async Task<IActionResult> ShowAsync(string? returnUrl, CancellationToken cancel)
    {
        var open = await db.Periods.AsNoTracking().Where(p => p.State == PeriodState.Open).OrderBy(p => p.DeadlineUtc).FirstOrDefaultAsync(cancel);
        return View("SignIn", new SignInPage(Local(returnUrl), open, clock.Today()));
    }

    private static string Locked(DateTime until) => $"Tài khoản tạm khóa đến {VietnamTime.Moment(until)} vì nhập sai nhiều lần. Thử lại sau lúc đó hoặc nhờ quản trị hệ thống đặt lại mật khẩu.";

    private string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl! : "/home";
}
