using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Documents;

/// <summary>Reads the council's sessions: at once for the manager, from the proposal on for leaders.</summary>
public sealed class MinutesQuery(AppDbContext db, CurrentUser user, CriteriaSetCache sets)
{
    /// <summary>Whether the person may read the minutes of a period.</summary>
    public bool Sees(Period period) => user.Can(Permission.ManagePeriods) || (user.Can(Permission.ReadProposals) && period.State >= PeriodState.Proposed);

    /// <summary>The sessions held, in order.</summary>
    public async Task<IReadOnlyList<CouncilSession>> SessionsAsync(Period period, CancellationToken cancel = default) =>
        Sees(period) && await CouncilAsync(period, cancel) is { } council ? [.. council.Sessions.OrderBy(s => s.Number)] : [];

    /// <returns>Null: there is no such session, or it is not for this person.</returns>
    public async Task<SessionMinutes?> FindAsync(string periodCode, int number, CancellationToken cancel = default)
    {
        var period = await db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).FirstOrDefaultAsync(p => p.Code == periodCode && p.State != PeriodState.Draft, cancel);
        if (period is null || !Sees(period) || await CouncilAsync(period, cancel) is not { } council || council.Sessions.FirstOrDefault(s => s.Number == number) is not { } session)
            return null;
        var set = await sets.GetAsync(period, cancel);
        var decisions = await (
            from decision in db.CouncilDecisions.AsNoTracking()
            join submission in db.Submissions.AsNoTracking() on decision.SubmissionId equals submission.Id
            where decision.SessionId == session.Id
            orderby decision.Id
            select new { Decision = decision, submission.AgencyId }).ToListAsync(cancel);
        return new SessionMinutes(period, set, council, session, [.. decisions.Select(d => new DecidedMatter(period.FindAgency(d.AgencyId)!, set.FindCriterion(d.Decision.CriterionCode)!, d.Decision))]);
    }

    private Task<Council?> CouncilAsync(Period period, CancellationToken cancel) =>
        db.Councils.AsNoTrackingWithIdentityResolution().AsSplitQuery().Include(c => c.Members).Include(c => c.Sessions).ThenInclude(s => s.Attendances).ThenInclude(a => a.Member)
            .FirstOrDefaultAsync(c => c.PeriodId == period.Id, cancel);
}
