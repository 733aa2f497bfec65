using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Web.Features.Audit;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SignIns;

/// <summary>Who came in as me, and out with everybody.</summary>
[Route("sign-ins")]
[RequirePermission(Permission.OwnAccount)]
public sealed class SignInsController(AppDbContext db, UserManager<AppUser> users, SignInManager<AppUser> signIn, AuditLog audit, CurrentUser me) : Controller
{
    private const int MostRows = 30;

    private static readonly string[] Shown =
    [
        "account.sign-in", "account.sign-in-failed", "account.sign-in-locked", "account.sign-in-suspended", "account.sign-out", "account.sign-out-everywhere", "account.change-password", "account.reset-password",
        "account.second-factor-on", "account.second-factor-off", "account.second-factor-dropped", "account.new-recovery-codes",
    ];

    [HttpGet("")]
    public async Task<IActionResult> SignIns(CancellationToken cancel)
    {
        var subject = AccountReference.Subject(me.UserId);
        var rows = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject && Shown.Contains(e.Action)).OrderByDescending(e => e.Id).Take(MostRows).ToListAsync(cancel);
        var on = await db.Users.Where(u => u.Id == me.UserId).Select(u => u.TwoFactorEnabled).SingleAsync(cancel);
        return View(new SignInsPage(on, [.. rows.Select(r => new SignInRow(r.At, AuditActions.Name(r.Action), r.To, r.Action is "account.sign-in-failed" or "account.sign-in-locked" or "account.sign-in-suspended"))]));
    }

    [HttpPost("end")]
    public async Task<IActionResult> End(CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == me.UserId, cancel);
        await users.UpdateSecurityStampAsync(user);
        audit.Record("account.sign-out-everywhere", AccountReference.Subject(user.Id), null, null);
        await db.SaveChangesAsync(cancel);
        await signIn.RefreshSignInAsync(user);
        TempData["Notice"] = "Đã đăng xuất các nơi khác; phiên đang mở ở đó kết thúc trong một phút. Nếu nghi người khác biết mật khẩu, đổi mật khẩu ngay.";
        return Redirect("/sign-ins");
    }
}
