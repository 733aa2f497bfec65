using ITScoring.Domain.Accounts;

namespace ITScoring.Data.Identity;

/// <summary>Tư cách thêm: a further role and agency that a person may work in besides the account's own, from one day to another and perhaps for one period only. It is ended, never deleted.</summary>
public sealed class AppUserMembership
{
    private AppUserMembership()
    {
    }

    /// <param name="periodId">The only period that it serves; null: all.</param>
    /// <param name="from">First instant (UTC).</param>
    /// <param name="until">Last instant (UTC); null: until it is ended.</param>
    public AppUserMembership(AppUser user, Role role, int? agencyId, int? periodId, DateTime from, DateTime? until, int givenById, DateTime givenAt)
    {
        if (until < from)
            throw new ArgumentException("A membership ends after it began.", nameof(until));
        (UserId, User, Role, AgencyId, PeriodId, From, Until, GivenById, GivenAt) = (user.Id, user, role, agencyId, periodId, from, until, givenById, givenAt);
    }

    public int Id { get; private set; }

    public int UserId { get; private set; }

    public AppUser? User { get; private set; }

    public Role Role { get; private set; }

    public int? AgencyId { get; private set; }

    public int? PeriodId { get; private set; }

    public DateTime From { get; private set; }

    public DateTime? Until { get; private set; }

    public int GivenById { get; private set; }

    public DateTime GivenAt { get; private set; }

    /// <summary>When it was ended before its time; null: it was not.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Whether one may work in it now.</summary>
    public bool IsUsable(DateTime now) => EndedAt is null && From <= now && (Until is null || now <= Until);

    /// <summary>Whether its time is over; one that has not begun is not over.</summary>
    public bool IsOver(DateTime now) => EndedAt is not null || Until < now;

    public void End(DateTime now) => EndedAt ??= now;
}
