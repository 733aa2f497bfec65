using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Auditing;

/// <summary>One line of the audit log: who, when, what, from → to. Written in the same save as the change, never altered.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public AuditEntry(DateTime at, int? actorId, Role? actorRole, string action, string subject, string? from, string? to, string? reason, int? periodId, int? agencyId, string? requestId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        (At, ActorId, ActorRole, Action, Subject, From, To, Reason, PeriodId, AgencyId, RequestId) =
            (at, actorId, actorRole, action, subject, from, to, reason, periodId, agencyId, requestId);
    }

    public long Id { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The account; null for the system itself and for failed sign-ins of unknown names.</summary>
    public int? ActorId { get; private set; }

    public Role? ActorRole { get; private set; }

    /// <summary>What was done, as noun.verb, e.g. <c>submission.present</c>, <c>answer.declare</c>, <c>verdict.adjust</c>, <c>account.suspend</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>On what, e.g. <c>H04</c>, <c>I.2</c>, <c>2018</c>, an account's number.</summary>
    public string Subject { get; private set; } = "";

    public string? From { get; private set; }

    public string? To { get; private set; }

    public string? Reason { get; private set; }

    public int? PeriodId { get; private set; }

    public int? AgencyId { get; private set; }

    /// <summary>The request's id as the log has it.</summary>
    public string? RequestId { get; private set; }
}
