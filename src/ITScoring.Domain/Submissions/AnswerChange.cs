using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Submissions;

/// <summary>One change of one value: who, in which role, when, from what to what, and why. Only ever added.</summary>
public sealed class AnswerChange
{
    private AnswerChange()
    {
    }

    internal AnswerChange(AnswerStage stage, string? from, string? to, string? reason, Actor actor, DateTime at) =>
        (Stage, From, To, Reason, ChangedById, ChangedByRole, ChangedAt) = (stage, from, to, reason, actor.UserId, actor.Role, at);

    public long Id { get; private set; }

    public int AnswerId { get; private set; }

    public AnswerStage Stage { get; private set; }

    /// <summary>Canonical JSON before; null: unanswered, or no value of this stage of its own.</summary>
    public string? From { get; private set; }

    /// <summary>Canonical JSON after; null as in <see cref="From"/>.</summary>
    public string? To { get; private set; }

    public string? Reason { get; private set; }

    public int ChangedById { get; private set; }

    public Role ChangedByRole { get; private set; }

    public DateTime ChangedAt { get; private set; }
}
