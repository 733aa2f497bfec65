using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Practice;

/// <summary>Who one can be on the practice site, and who is there.</summary>
public sealed class PracticeQuery(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    /// <summary>Agencies with accounts in all the roles of an agency.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> AgenciesAsync(CancellationToken cancel)
    {
        var agencies = await Accounts().Where(u => u.Role == Role.Editor)
            .Join(db.Agencies, u => u.AgencyId, a => a.Id, (u, a) => new { a.Id, a.Name, a.Order }).OrderBy(a => a.Order).ToListAsync(cancel);
        return [.. agencies.Select(a => (a.Id, a.Name)).Distinct()];
    }

    /// <summary>Accounts of no agency's form.</summary>
    public async Task<IReadOnlyList<PracticeRole>> OthersAsync(CancellationToken cancel)
    {
        var others = await Accounts().Where(u => u.Role != Role.Contributor && u.Role != Role.Editor && u.Role != Role.Head && u.Role != Role.Deputy)
            .Select(u => new { u.UserName, u.Role, u.DisplayName, u.AgencyId, Agency = db.Agencies.Where(a => a.Id == u.AgencyId).Select(a => a.ShortName).FirstOrDefault() })
            .OrderBy(u => u.Role).ThenBy(u => u.UserName).ToListAsync(cancel);
        return [.. others.Select(o => new PracticeRole(o.UserName!, o.Role, o.Agency is null ? o.DisplayName : $"{o.DisplayName}, {o.Agency}", o.AgencyId))];
    }

    /// <summary>The account of a role in an agency, or of a name; null: none that may be practised as.</summary>
    public async Task<AppUser?> FindAsync(string? userName, Role? role, int? agencyId, CancellationToken cancel) => userName is not null
        ? await Accounts().FirstOrDefaultAsync(u => u.UserName == userName, cancel)
        : await Accounts().Where(u => u.Role == role && u.AgencyId == agencyId).OrderBy(u => u.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Others who did something lately, the latest first.</summary>
    public async Task<IReadOnlyList<(string Name, DateTime At)>> ActiveAsync(CancellationToken cancel)
    {
        var since = clock.UtcNow() - Recent;
        var acts = await db.AuditEntries.Where(e => e.At >= since && e.ActorId != null && e.ActorId != user.UserId)
            .GroupBy(e => e.ActorId).Select(g => new { Id = g.Key, At = g.Max(e => e.At) }).ToListAsync(cancel);
        var ids = acts.Select(a => a.Id).ToList();
        var names = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        return [.. acts.OrderByDescending(a => a.At).Select(a => (names.GetValueOrDefault(a.Id!.Value, ""), a.At))];
    }

    private IQueryable<AppUser> Accounts() => db.Users.Where(u => u.SuspendedAt == null && u.Role != Role.Administrator);
}
