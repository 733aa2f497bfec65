using System.Security.Claims;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Periods;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Security;

/// <summary>
/// Puts role, home agency and name of an account into its cookie: its own, or those of the membership that the person chose, as long as that is usable. It is asked
/// at sign-in, at each switch, and each time the security stamp is checked.
/// </summary>
public sealed class AccountPrincipalFactory(UserManager<AppUser> users, IOptions<IdentityOptions> options, AppDbContext db, WorkingAs working, IHttpContextAccessor http, TimeProvider clock)
    : UserClaimsPrincipalFactory<AppUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var now = clock.UtcNow();
        // One that is limited to a period ends with its publication.
        var usable = await (
            from m in db.Memberships.AsNoTracking()
            join p in db.Periods on m.PeriodId equals p.Id into periods
            from p in periods.DefaultIfEmpty()
            where m.UserId == user.Id && m.EndedAt == null && m.From <= now && (m.Until == null || now <= m.Until) && (p == null || p.State != PeriodState.Published)
            select new { Membership = m, Period = p == null ? null : p.Code }).ToListAsync();
        var wanted = working.MembershipId ?? AccountClaims.MembershipOf(http.HttpContext?.User);
        var chosen = usable.FirstOrDefault(m => m.Membership.Id == wanted);
        identity.AddClaims(AccountClaims.Of(user, chosen?.Membership, chosen?.Period, usable.Count > 0));
        return identity;
    }
}
