using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Councils;

/// <summary>Reads the council, what waits for it and what it decided; of agencies whose forms the person may see.</summary>
public sealed class CouncilQuery(AppDbContext db, CouncilService service, CriteriaSetCache sets, ReviewForms forms)
{
    public async Task<CouncilPage> PageAsync(Period period, CouncilForm? form, SessionForm? session, CancellationToken cancel)
    {
        var council = await service.FindAsync(period, cancel);
        var set = await sets.GetAsync(period, cancel);
        var decisions = await (
            from decision in db.CouncilDecisions.AsNoTracking()
            join submission in db.Submissions.AsNoTracking() on decision.SubmissionId equals submission.Id
            where submission.PeriodId == period.Id
            orderby decision.Id descending
            select new { Decision = decision, submission.AgencyId }).ToListAsync(cancel);
        return new CouncilPage(
            period,
            council,
            await OpenAsync(period, cancel),
            [
                .. decisions.Where(d => forms.Sees(period, d.AgencyId))
                    .Select(d => (d.Decision, council!.Sessions.First(s => s.Id == d.Decision.SessionId), period.FindAgency(d.AgencyId)!, set.FindCriterion(d.Decision.CriterionCode)!)),
            ],
            form ?? FormOf(council),
            session ?? new SessionForm());
    }

    /// <summary>What waits for the council, in the order of agencies and criteria.</summary>
    public async Task<IReadOnlyList<CouncilMatter>> OpenAsync(Period period, CancellationToken cancel)
    {
        var set = await sets.GetAsync(period, cancel);
        var order = set.Criteria.Select((c, i) => (c.Code, i)).ToDictionary(c => c.Code, c => c.i);
        var rows = await (
            from verdict in db.CriterionVerdicts.AsNoTracking()
            join submission in db.Submissions.AsNoTracking() on verdict.SubmissionId equals submission.Id
            where submission.PeriodId == period.Id && verdict.Kind == VerdictKind.ReferredToCouncil
            select new { verdict.Id, verdict.CriterionCode, verdict.Reason, verdict.JudgedAt, submission.AgencyId }).ToListAsync(cancel);
        var ids = rows.Select(r => r.Id).ToList();
        var since = await db.VerdictChanges.AsNoTracking().Where(c => ids.Contains(c.VerdictId) && c.To == VerdictKind.ReferredToCouncil)
            .GroupBy(c => c.VerdictId).Select(g => new { g.Key, At = g.Max(c => c.ChangedAt) }).ToDictionaryAsync(g => g.Key, g => g.At, cancel);
        return
        [
            .. rows.Where(r => forms.Sees(period, r.AgencyId))
                .Select(r => new CouncilMatter(period.FindAgency(r.AgencyId)!, set.FindCriterion(r.CriterionCode)!, r.Reason ?? "", since.GetValueOrDefault(r.Id, r.JudgedAt)))
                .OrderBy(m => m.Agency.Order).ThenBy(m => order[m.Criterion.Code]),
        ];
    }

    private static CouncilForm FormOf(Council? council)
    {
        var members = council?.Members ?? [];
        return new CouncilForm
        {
            Number = council?.DecisionNumber,
            Date = council is null ? null : VietnamTime.Day(council.DecisionDate),
            Abstract = council?.DecisionAbstract,
            Name = [.. members.Select(m => m.Name)],
            Office = [.. members.Select(m => m.Office)],
            Role = [.. members.Select(m => m.Role.ToString())],
            Agency = [.. members.Select(m => m.AgencyId?.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        };
    }
}
