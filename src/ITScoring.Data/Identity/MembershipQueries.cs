using ITScoring.Domain.Accounts;

namespace ITScoring.Data.Identity;

/// <summary>Who works for an agency, by the account's own role or by a further membership.</summary>
public static class MembershipQueries
{
    /// <summary>Accounts with one of the roles in an agency now; suspended ones too.</summary>
    public static IQueryable<AppUser> PeopleOf(this AppDbContext db, int agencyId, DateTime now, params Role[] roles) => db.Users.Where(u =>
        (u.AgencyId == agencyId && roles.Contains(u.Role))
        || db.Memberships.Any(m => m.UserId == u.Id && m.AgencyId == agencyId && roles.Contains(m.Role) && m.EndedAt == null && m.From <= now && (m.Until == null || now <= m.Until)));
}
