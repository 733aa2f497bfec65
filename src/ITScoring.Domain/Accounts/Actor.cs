namespace ITScoring.Domain.Accounts;

/// <summary>Who performs a verb.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Role">Its one role.</param>
/// <param name="AgencyId">The home agency; null only for accounts that belong to none.</param>
/// <param name="ActingFrom">First instant (UTC) at which a deputy signs for the head; null for other roles.</param>
/// <param name="ActingUntil">Last instant (UTC) of the same.</param>
public sealed record Actor(int UserId, Role Role, int? AgencyId, DateTime? ActingFrom = null, DateTime? ActingUntil = null)
{
    /// <summary>The head, or a deputy within the stated time.</summary>
    public bool SignsOff(DateTime now) => Role switch
    {
        Role.Head => true,
        Role.Deputy => ActingFrom is { } from && ActingUntil is { } until && from <= now && now <= until,
        _ => false,
    };

    public bool WorksFor(int agencyId) => Role.WorksForAgency() && AgencyId == agencyId;
}
