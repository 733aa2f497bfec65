using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Publications.Years;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.CriterionLinks;

/// <summary>Links criteria of two years, and takes a link back. Both stand in the audit log with the reason.</summary>
public sealed class LinkService(AppDbContext db, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome> LinkAsync(LinksPage page, string? earlier, string? later, string? reason, CancellationToken cancel = default)
    {
        var (then, now) = (page.Then.Record.CriteriaSet, page.Now.Record.CriteriaSet);
        var (outcome, link) = CriterionLink.Make(user.Actor, then, now, earlier, later, reason, await db.CriterionLinks.AsNoTracking().ToListAsync(cancel), clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        db.CriterionLinks.Add(link!);
        audit.Record("criterion.link", Subject(link!), null, $"{link!.EarlierCriterion} → {link.LaterCriterion}", link.Reason, page.Now.Period.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    public async Task<Outcome> UnlinkAsync(LinksPage page, int id, CancellationToken cancel = default)
    {
        var (then, now) = (page.Then.Record.CriteriaSet, page.Now.Record.CriteriaSet);
        if (await db.CriterionLinks.FirstOrDefaultAsync(l => l.Id == id, cancel) is not { } link || !link.IsBetween(then, now))
            return Outcome.WrongState("Hai tiêu chí này không còn được nối. Tải lại trang.");
        db.CriterionLinks.Remove(link);
        audit.Record("criterion.unlink", Subject(link), $"{link.EarlierCriterion} → {link.LaterCriterion}", null, link.Reason, page.Now.Period.Id);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private static string Subject(CriterionLink link) => $"{link.EarlierSet}/{link.EarlierVersion} → {link.LaterSet}/{link.LaterVersion}";
}
