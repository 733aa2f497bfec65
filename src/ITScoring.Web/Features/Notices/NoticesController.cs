using ITScoring.Data;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Notices;

/// <summary>Thông báo: what mails say, inside the portal.</summary>
[Route("notices")]
[RequirePermission(Permission.OwnAccount)]
public sealed class NoticesController(AppDbContext db, CurrentUser user, TimeProvider clock) : Controller
{
    private const int OnAPage = 50;

    [HttpGet("")]
    public async Task<IActionResult> Notices(int page = 1, CancellationToken cancel = default)
    {
        var own = db.Notices.AsNoTracking().Where(n => n.RecipientId == user.UserId);
        var all = await own.CountAsync(cancel);
        var pages = Math.Max(1, (all + OnAPage - 1) / OnAPage);
        page = Math.Clamp(page, 1, pages);
        return View(new NoticesPage(
            await own.OrderByDescending(n => n.Id).Skip((page - 1) * OnAPage).Take(OnAPage).ToListAsync(cancel),
            await own.CountAsync(n => n.ReadAt == null, cancel), all, page, pages));
    }

    /// <summary>Marks a notice as read and leads to the page that it is about.</summary>
    [HttpPost("{id:long}/open")]
    public async Task<IActionResult> Open(long id, CancellationToken cancel)
    {
        if (await db.Notices.AsNoTracking().Where(n => n.Id == id && n.RecipientId == user.UserId).Select(n => n.Path).FirstOrDefaultAsync(cancel) is not { } path)
            return NotFound();
        await MarkReadAsync(id, cancel);
        return LocalRedirect(path);
    }

    [HttpPost("read")]
    public async Task<IActionResult> ReadAll(CancellationToken cancel)
    {
        await MarkReadAsync(null, cancel);
        TempData["Notice"] = "Đã đánh dấu đọc tất cả thông báo.";
        return Redirect("/notices");
    }

    /// <summary>One update past the tracker: the mail of the same row may be being sent.</summary>
    private Task MarkReadAsync(long? id, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return db.Notices.Where(n => n.RecipientId == user.UserId && n.ReadAt == null && (id == null || n.Id == id)).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), cancel);
    }
}
