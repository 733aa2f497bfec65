using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Publications;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Approvals;

/// <summary>The leader's verbs: hand back, approve, publish. What is published is the very record that was approved.</summary>
public sealed class ApprovalService(AppDbContext db, CurrentUser user, AuditLog audit, PublicationMaker maker, TimeProvider clock)
{
    public async Task<Outcome> HandBackAsync(Period period, string? reason, DocumentReference? letter = null, CancellationToken cancel = default)
    {
        var outcome = period.HandBack(user.Actor, reason ?? "", letter);
        return outcome.Ok ? await SaveAsync(period, "period.hand-back", PeriodState.Proposed, reason, cancel) : outcome;
    }

    /// <param name="recordSha256">Hash of the record that the leader looked at.</param>
    public async Task<Outcome> ApproveAsync(Period period, DocumentReference decision, string recordSha256, CancellationToken cancel = default)
    {
        var outcome = period.Approve(user.Actor, clock.UtcNow(), decision, recordSha256);
        return outcome.Ok ? await SaveAsync(period, "period.approve", PeriodState.Proposed, $"{decision.Number}; {recordSha256}", cancel) : outcome;
    }

    public async Task<Outcome> PublishAsync(Period period, string recordSha256, DocumentReference? letter = null, CancellationToken cancel = default)
    {
        var outcome = period.Publish(user.Actor, clock.UtcNow(), recordSha256, letter);
        if (!outcome.Ok)
            return outcome;
        var record = await db.FrozenRecords.Where(r => r.PeriodId == period.Id && r.PublicSha256 == recordSha256).OrderByDescending(r => r.Id).FirstAsync(cancel);
        var publication = new Publication(period.Id, 1, record, clock.UtcNow(), period.DecisionNumber!, period.DecisionDate!.Value);
        await maker.AddFilesAsync(period, publication, record, replaces: null, cancel);
        db.Publications.Add(publication);
        return await SaveAsync(period, "period.publish", PeriodState.Approved, recordSha256, cancel);
    }

    private async Task<Outcome> SaveAsync(Period period, string action, PeriodState before, string? reason, CancellationToken cancel)
    {
        audit.Record(action, period.Code, before.ToString(), period.State.ToString(), reason, period.Id);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
