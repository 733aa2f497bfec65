using ITScoring.Domain.Accounts;
using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Submissions;

/// <summary>One move of a form from state to state. Only ever added.</summary>
public sealed class SubmissionMove
{
    private SubmissionMove()
    {
    }

    internal SubmissionMove(Verb verb, SubmissionState from, SubmissionState to, string? reason, Actor actor, DateTime at) =>
        (Verb, From, To, Reason, MovedById, MovedByRole, MovedAt) = (verb, from, to, reason, actor.UserId, actor.Role, at);

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public Verb Verb { get; private set; }

    public SubmissionState From { get; private set; }

    public SubmissionState To { get; private set; }

    public string? Reason { get; private set; }

    public int MovedById { get; private set; }

    public Role MovedByRole { get; private set; }

    public DateTime MovedAt { get; private set; }
}
