using System.Security.Cryptography;
using System.Text;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.SignIn;
using ITScoring.Web.Practice;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Practice;

/// <summary>The practice site: coming in as somebody, and beginning again. On the real site none of it is found.</summary>
[Route("practice")]
[OnlyInPractice]
public sealed class PracticeController(PracticeQuery query, SignInService signIn, IOptions<PracticeOptions> options, PracticeReset reset) : Controller
{
    [HttpGet("")]
    [AllowAnonymous]
    public async Task<IActionResult> Choose(int? agency, string? returnUrl, CancellationToken cancel) => View("Practice", await PageAsync(agency, returnUrl, cancel));

    [HttpPost("enter")]
    [AllowAnonymous]
    [EnableRateLimiting(SignInController.RateLimit)]
    public async Task<IActionResult> Enter(string? user, Role? role, int? agency, string? code, string? returnUrl, CancellationToken cancel)
    {
        var wanted = options.Value.AccessCode;
        if (wanted.Length > 0 && !CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)), SHA256.HashData(Encoding.UTF8.GetBytes(code?.Trim() ?? ""))))
            ModelState.AddModelError("code", "Mã vào luyện tập không đúng. Hỏi cơ quan thường trực.");
        var account = await query.FindAsync(string.IsNullOrEmpty(user) ? null : user, role, agency, cancel);
        if (account is null && ModelState.IsValid)
            ModelState.AddModelError("agency", "Không có vai này để luyện tập. Chọn một vai khác, hoặc làm lại từ đầu nếu tài khoản đã bị ngừng trong lúc luyện.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Practice", await PageAsync(agency, returnUrl, cancel));
        }

        await signIn.EnterAsync(account!, cancel);
        return LocalRedirect(Local(returnUrl));
    }

    [HttpGet("reset")]
    [RequirePermission(Permission.OwnAccount)]
    public async Task<IActionResult> Reset(CancellationToken cancel) => View("Reset", new PracticeResetPage(await query.ActiveAsync(cancel)));

    [HttpPost("reset")]
    [RequirePermission(Permission.OwnAccount)]
    public IActionResult ResetNow()
    {
        Response.OnCompleted(() =>
        {
            reset.Ask();
            return Task.CompletedTask;
        });
        return View("Resetting");
    }

    private async Task<PracticePage> PageAsync(int? agency, string? returnUrl, CancellationToken cancel)
    {
        var agencies = await query.AgenciesAsync(cancel);
        return new PracticePage(agencies, await query.OthersAsync(cancel), options.Value.AccessCode.Length > 0, agencies.Any(a => a.Id == agency) ? agency : null, Local(returnUrl));
    }

    private string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl! : "/home";
}
