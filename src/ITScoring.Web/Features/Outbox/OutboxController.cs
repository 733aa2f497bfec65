using ITScoring.Data;
using ITScoring.Domain.Notices;
using ITScoring.Web.Integrations.Mail;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Outbox;

/// <summary>Thư gửi đi: what was sent, what waits, what could not be sent and why.</summary>
[Route("outbox")]
[RequirePermission(Permission.ReadOutbox)]
public sealed class OutboxController(AppDbContext db, IOptions<MailOptions> mail) : Controller
{
    private const int Shown = 100;

    [HttpGet("")]
    public async Task<IActionResult> Outbox(string? state, CancellationToken cancel)
    {
        MailState? only = Enum.TryParse<MailState>(state, out var parsed) && Enum.IsDefined(parsed) && parsed != MailState.Off ? parsed : null;
        var mails = db.Notices.AsNoTracking().Where(n => n.Mail != MailState.Off);
        var rows = await mails.Where(n => only == null || n.Mail == only).OrderByDescending(n => n.Id).Take(Shown)
            .Join(db.Users.AsNoTracking(), n => n.RecipientId, u => u.Id, (n, u) => new { Notice = n, u.DisplayName }).ToListAsync(cancel);
        return View(new OutboxPage(
            mail.Value.Enabled,
            await mails.GroupBy(n => n.Mail).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel),
            [.. rows.OrderByDescending(r => r.Notice.Id).Select(r => (r.Notice, r.DisplayName))],
            only,
            await db.JobLeases.AsNoTracking().OrderBy(j => j.Name).ToListAsync(cancel)));
    }
}
