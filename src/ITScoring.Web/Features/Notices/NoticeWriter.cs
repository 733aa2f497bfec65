using ITScoring.Data;
using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using ITScoring.Web.Integrations.Mail;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Notices;

/// <summary>Adds notices to the unit of work; they are written in the same save as the event that they tell of.</summary>
public sealed class NoticeWriter(AppDbContext db, IOptions<MailOptions> mail, TimeProvider clock)
{
    /// <param name="eventKey">Tells the event from others of its kind: whoever was told of it is not told again.</param>
    public async Task AddAsync(
        NoticeKind kind, string eventKey, IEnumerable<int> recipients, Period period, PeriodAgency agency, string title, string body, string path, CancellationToken cancel)
    {
        var told = await db.Notices.Where(n => n.Kind == kind && n.EventKey == eventKey).Select(n => n.RecipientId).ToListAsync(cancel);
        foreach (var recipient in recipients.Distinct().Except(told))
            db.Notices.Add(new Notice(kind, eventKey, recipient, period.Id, agency.AgencyId, title, body, path, mail.Value.Enabled, clock.UtcNow()));
    }
}
