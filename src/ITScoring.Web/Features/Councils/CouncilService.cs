using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Councils;

/// <summary>Sets the council up, records its sessions and decisions.</summary>
public sealed class CouncilService(AppDbContext db, CurrentUser user, AuditLog audit, MovementWatch watch, TimeProvider clock)
{
    /// <summary>The period's council, tracked, with members, sessions and who attended; null: none was set up.</summary>
    public Task<Council?> FindAsync(Period period, CancellationToken cancel = default) =>
        db.Councils.AsSplitQuery().Include(c => c.Members).Include(c => c.Sessions).ThenInclude(s => s.Attendances).ThenInclude(a => a.Member).FirstOrDefaultAsync(c => c.PeriodId == period.Id, cancel);

    public async Task<Outcome> EstablishAsync(Period period, DocumentReference decision, IReadOnlyList<CouncilMember> members, CancellationToken cancel = default)
    {
        var council = await FindAsync(period, cancel);
        var before = council is null ? null : $"{council.DecisionNumber}; {council.Members.Count} thành viên";
        council ??= new Council(period.Id);
        var outcome = council.Establish(user.Actor, period, decision, members, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        if (council.Id == 0)
            db.Councils.Add(council);
        audit.Record("council.establish", period.Code, before, $"{council.DecisionNumber}; {council.Members.Count} thành viên", null, period.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    public async Task<Outcome> HoldAsync(Period period, DateOnly heldOn, string? place, IReadOnlyCollection<int> attending, string? notes, CancellationToken cancel = default)
    {
        if (await FindAsync(period, cancel) is not { } council)
            return Outcome.WrongState("Chưa lập Hội đồng của kỳ đánh giá này.");
        var outcome = council.Hold(user.Actor, period, heldOn, place, attending, notes, clock.UtcNow(), out var session);
        if (!outcome.Ok)
            return outcome;
        audit.Record("council.hold", period.Code, null, $"Phiên {session!.Number}, {VietnamTime.Day(heldOn)}, {session.Attendances.Count} người dự", null, period.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <summary>Records the council's decision on a criterion; the next page tells whose points and ranks moved.</summary>
    public async Task<Outcome> DecideAsync(
        ReviewForm form, Criterion criterion, int? sessionId, IReadOnlyList<ValueAdjustment> values, string? reason, CouncilVotes votes, CancellationToken cancel = default)
    {
        if ((await FindAsync(form.Period, cancel))?.Sessions.FirstOrDefault(s => s.Id == sessionId) is not { } session)
            return Outcome.InputAt("session", "Chọn phiên họp đã quyết định. Chưa có thì ghi phiên họp ở trang Hội đồng trước.");
        return await watch.DuringAsync(form.Period, AnswerStage.Verified, async () =>
        {
            var before = form.Review.VerdictOn(criterion.Code)?.Kind;
            var former = form.Verified(values);
            var outcome = form.Review.Decide(user.Actor, criterion, session, values, reason, votes, clock.UtcNow(), out var decision);
            if (!outcome.Ok)
            {
                db.ChangeTracker.Clear();
                return outcome;
            }

            audit.RecordVerified(form, values, former, reason);
            audit.RecordLookAgain(form.Review.Touched.Where(v => v.CriterionCode != criterion.Code), form.Period.Id, form.Agency.AgencyId);
            audit.Record(
                "council.decide", criterion.Code, before?.ToString(), string.Create(CultureInfo.InvariantCulture, $"{decision!.Kind}; {votes.For}-{votes.Against}-{votes.Abstaining}"), reason, form.Period.Id, form.Agency.AgencyId);
            db.CouncilDecisions.Add(decision);
            db.Answers.AddRange(form.Review.NewAnswers);
            await db.SaveChangesAsync(cancel);
            return outcome;
        }, cancel);
    }
}
