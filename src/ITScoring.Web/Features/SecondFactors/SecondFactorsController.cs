using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Web.Features.SignIn;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SecondFactors;

/// <summary>The second factor of one's own account.</summary>
[Route("second-factor")]
[RequirePermission(Permission.OwnAccount)]
public sealed class SecondFactorsController(AppDbContext db, SecondFactorService service, SignInManager<AppUser> signIn, IOptions<SecondFactorOptions> options, CurrentUser me) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("SecondFactor", await PageAsync(await UserAsync(cancel)));

    /// <summary>Shows the key in the answer itself: it must not wait in an address or a cookie.</summary>
    [HttpPost("begin")]
    [EnableRateLimiting(SignInController.RateLimit)]
    public async Task<IActionResult> Begin(string? password, CancellationToken cancel)
    {
        var user = await UserAsync(cancel);
        if (user.TwoFactorEnabled)
            return Redirect("/second-factor");
        if (await service.BeginAsync(user, password ?? "", cancel) is not { } key)
            return await RefusedAsync(user);
        await signIn.RefreshSignInAsync(user);
        return View("Enable", key);
    }

    [HttpPost("enable")]
    [EnableRateLimiting(SignInController.RateLimit)]
    public async Task<IActionResult> Enable(string? code, CancellationToken cancel)
    {
        var user = await UserAsync(cancel);
        if (user.TwoFactorEnabled || await service.ShownAsync(user) is not { } key)
            return Redirect("/second-factor");
        if (await service.EnableAsync(user, code ?? "", cancel) is not { } codes)
        {
            ModelState.AddModelError("code", "Mã không đúng. Kiểm tra đồng hồ của điện thoại, đợi ứng dụng đổi mã mới rồi nhập lại.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Enable", key);
        }

        await signIn.RefreshSignInAsync(user);
        return View("RecoveryCodes", codes);
    }

    [HttpPost("codes")]
    [EnableRateLimiting(SignInController.RateLimit)]
    public async Task<IActionResult> Codes(string? password, CancellationToken cancel)
    {
        var user = await UserAsync(cancel);
        if (!user.TwoFactorEnabled)
            return Redirect("/second-factor");
        return await service.RenewCodesAsync(user, password ?? "", cancel) is { } codes ? View("RecoveryCodes", codes) : await RefusedAsync(user);
    }

    [HttpPost("disable")]
    [EnableRateLimiting(SignInController.RateLimit)]
    public async Task<IActionResult> Disable(string? password, CancellationToken cancel)
    {
        var user = await UserAsync(cancel);
        if (!user.TwoFactorEnabled)
            return Redirect("/second-factor");
        if (options.Value.Requires(me.Role))
            return await RefusedAsync(user, "Vai trò này phải có xác thực hai lớp nên không tắt được.");
        if (!await service.DisableAsync(user, password ?? "", cancel))
            return await RefusedAsync(user);
        await signIn.RefreshSignInAsync(user);
        TempData["Notice"] = "Đã tắt xác thực hai lớp.";
        return Redirect("/second-factor");
    }

    private async Task<IActionResult> RefusedAsync(AppUser user, string problem = "Mật khẩu không đúng.")
    {
        ModelState.AddModelError("password", problem);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SecondFactor", await PageAsync(user));
    }

    private Task<AppUser> UserAsync(CancellationToken cancel) => db.Users.SingleAsync(u => u.Id == me.UserId, cancel);

    private async Task<SecondFactorPage> PageAsync(AppUser user) =>
        new(user.TwoFactorEnabled, user.TwoFactorEnabled ? await service.CodesLeftAsync(user) : 0, options.Value.Requires(me.Role));
}
