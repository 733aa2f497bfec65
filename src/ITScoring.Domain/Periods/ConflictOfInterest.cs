using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Periods;

/// <summary>Khai báo xung đột lợi ích: a reviewer says why he must not judge an agency in a period. It counts until the period manager lifts it.</summary>
public sealed class ConflictOfInterest
{
    private ConflictOfInterest()
    {
    }

    internal ConflictOfInterest(int reviewerId, int agencyId, string reason, DateTime at) =>
        (ReviewerId, AgencyId, Reason, DeclaredAt) = (reviewerId, agencyId, reason, at);

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public int ReviewerId { get; private set; }

    public int AgencyId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime DeclaredAt { get; private set; }

    public int? LiftedById { get; private set; }

    public DateTime? LiftedAt { get; private set; }

    public string? LiftReason { get; private set; }

    public bool Counts => LiftedAt is null;

    internal void Lift(Actor manager, string reason, DateTime now) => (LiftedById, LiftedAt, LiftReason) = (manager.UserId, now, reason);
}
