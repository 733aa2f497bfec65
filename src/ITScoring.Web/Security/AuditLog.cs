using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Auditing;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Security;

/// <summary>Adds audit rows to the unit of work; they are written in the same save as the change they tell of.</summary>
public sealed class AuditLog(AppDbContext db, CurrentUser user, TimeProvider clock, IHttpContextAccessor http)
{
    /// <param name="action">noun.verb, e.g. <c>answer.declare</c>; its Vietnamese name stands in <c>Features/Audit</c>.</param>
    /// <param name="subject">On what: a question's, criterion's or period's code, the number of an account (<see cref="AccountReference.Subject"/>), never its name.</param>
    public void Record(string action, string subject, string? from, string? to, string? reason = null, int? periodId = null, int? agencyId = null) =>
        Record(user.IsSignedIn ? user.Actor : null, action, subject, from, to, reason, periodId, agencyId);

    /// <summary>The same for the moment of signing in, when the cookie does not yet tell who acts.</summary>
    /// <param name="who">Null: nobody known.</param>
    public void Record(Actor? who, string action, string subject, string? from, string? to, string? reason = null, int? periodId = null, int? agencyId = null) =>
        db.AuditEntries.Add(new AuditEntry(
            clock.UtcNow(),
            who?.UserId,
            who?.Role,
            action,
            subject,
            from,
            to,
            reason,
            periodId,
            agencyId,
            http.HttpContext?.TraceIdentifier));
}
