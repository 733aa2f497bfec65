using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Reviews;

/// <summary>One change of one verdict: who, in which role, when, from what to what, and why. Only ever added.</summary>
public sealed class VerdictChange
{
    private VerdictChange()
    {
    }

    internal VerdictChange(VerdictKind? from, VerdictKind to, string? reason, Actor actor, DateTime at) =>
        (From, To, Reason, ChangedById, ChangedByRole, ChangedAt) = (from, to, reason, actor.UserId, actor.Role, at);

    public long Id { get; private set; }

    public int VerdictId { get; private set; }

    /// <summary>Null: there was none before.</summary>
    public VerdictKind? From { get; private set; }

    public VerdictKind To { get; private set; }

    public string? Reason { get; private set; }

    public int ChangedById { get; private set; }

    public Role ChangedByRole { get; private set; }

    public DateTime ChangedAt { get; private set; }
}
