using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.PeriodCopies;

/// <summary>Makes a period of the values that were confirmed, in one save.</summary>
public sealed class PeriodCopyService(AppDbContext db, PeriodCopyQuery query, CriteriaSetCache sets, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    /// <param name="plan">What was confirmed of the plan.</param>
    /// <param name="steps">Working days for supplements and explanations, and until when explanations are to be taken.</param>
    /// <param name="toleranceHundredths">Of shared figures.</param>
    /// <param name="withPar">Whether the rule of criterion 7.1.3 is taken over.</param>
    /// <param name="withCouncil">Whether the council is.</param>
    /// <param name="assignments">Keys of the assignments that were ticked; those that cannot be taken over count for nothing.</param>
    public async Task<(Outcome Outcome, Period? Period)> CreateAsync(
        Period source,
        string code,
        int year,
        PeriodPlan plan,
        (int? ReturnDays, int? ResponseDays, DateOnly? PlannedResponseOn) steps,
        int toleranceHundredths,
        bool withPar,
        bool withCouncil,
        IReadOnlySet<string> assignments,
        CancellationToken cancel)
    {
        if (await db.Periods.AnyAsync(p => p.Code == code, cancel))
            return (Outcome.InputAt("code", $"Đã có kỳ đánh giá mang mã “{code}”. Chọn mã khác."), null);
        if (await db.CriteriaSetVersions.FirstOrDefaultAsync(v => v.Id == plan.CriteriaSetVersionId && v.State == CriteriaSetState.InForce, cancel) is not { } version)
            return (Outcome.InputAt("criteriaSet", "Chọn bộ tiêu chí đang có hiệu lực."), null);
        var set = await sets.GetAsync(version.Id, cancel);
        var period = new Period(code, year, plan.Title);
        // Beside invented figures nothing is a real result: its files say so too.
        if (await db.Periods.AnyAsync(p => p.IsDemo, cancel))
            period.MarkAsDemo();
        var (offered, _) = await query.AgenciesAsync(source, cancel);
        var chosen = plan.Agencies.Where(a => offered.Any(o => o.Id == a.AgencyId)).ToDictionary(a => a.AgencyId);
        var agencies = await db.Agencies.AsNoTracking().Include(a => a.Block).Where(a => chosen.Keys.Contains(a.Id)).ToListAsync(cancel);
        List<PeriodAgency> parts =
        [
            .. agencies.OrderBy(a => a.Block!.Order).ThenBy(a => a.Order).Select((a, i) =>
                new PeriodAgency(a.Id, a.Code, a.Name, a.Block!.Code, a.Block.Name, i, chosen[a.Id].NotRankedReason is null, chosen[a.Id].NotRankedReason)),
        ];
        var outcomes = new List<Outcome>
        {
            period.Plan(plan.Title, version, plan.DataFrom, plan.DataThrough, plan.Deadline, plan.DisclosesDeclaredFigures),
            period.TakeIn(parts),
            period.PlanSteps(steps.ReturnDays, steps.ResponseDays, steps.PlannedResponseOn),
            period.SetSharedTolerance(user.Actor, toleranceHundredths),
        };
        if (withPar && source.ParRuleJson is { } json)
            outcomes.Add(At("par", period.SetParRule(user.Actor, ParRule.Read(json), [.. set.Classes.Select(c => c.Name)])));
        outcomes.AddRange(await AssignAsync(source, period, set, offered, assignments, cancel));
        var council = withCouncil ? await query.CouncilAsync(source, cancel) : null;
        var fresh = council is null ? null : new Council(0);
        if (fresh is not null)
            outcomes.Add(At("council", fresh.Establish(user.Actor, period, new DocumentReference(council!.DecisionNumber, council.DecisionDate, council.DecisionAbstract), [.. council.Members.Select(m => new CouncilMember(m.Name, m.Office, m.Role, m.AgencyId))], clock.UtcNow())));
        if (outcomes.Find(o => !o.Ok && o.Refusal != RefusalKind.Input) is { } refused)
            return (refused, null);
        if (outcomes.SelectMany(o => o.Details).ToList() is { Count: > 0 } problems)
            return (Outcome.Input(problems), null);

        db.Periods.Add(period);
        if (fresh is not null)
        {
            // Both rows are new: the council refers to the number that the period gets in this save.
            db.Councils.Add(fresh);
            db.Entry(fresh).Property(c => c.PeriodId).CurrentValue = db.Entry(period).Property(p => p.Id).CurrentValue;
        }

        audit.Record("period.create", code, null, plan.Title, $"Từ kỳ {source.Code}");
        audit.Record("period.plan", code, null, $"{plan.Title}; số liệu {VietnamTime.Day(plan.DataFrom)}–{VietnamTime.Day(plan.DataThrough)}; {plan.Deadline.Wording}; {parts.Count} cơ quan; {period.Assignments.Count} phân công", $"Từ kỳ {source.Code}");
        await db.SaveChangesAsync(cancel);
        return (Outcome.Done, period);
    }

    private async Task<List<Outcome>> AssignAsync(Period source, Period period, CriteriaSet set, IReadOnlyList<CopiedAgency> offered, IReadOnlySet<string> keys, CancellationToken cancel)
    {
        var outcomes = new List<Outcome>();
        var taken = (await query.AssignmentsAsync(source, offered, cancel)).Where(a => a.Problem is null && keys.Contains(a.Key) && period.FindAgency(a.AgencyId) is not null).ToList();
        var ids = taken.Select(a => a.ReviewerId).ToHashSet();
        var people = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancel);
        foreach (var assignment in taken)
        {
            var exists = assignment.Part.Scope switch
            {
                AssignmentScope.Group => set.Groups.Any(g => g.Code == assignment.Part.Code),
                AssignmentScope.Criterion => set.FindCriterion(assignment.Part.Code) is not null,
                _ => true,
            };
            outcomes.Add(exists
                ? period.AssignReviewers(user.Actor, [assignment.AgencyId], assignment.Part, [people[assignment.ReviewerId].ToActor()], AssignmentMode.Add, clock.UtcNow())
                : Outcome.InputAt("assignments", $"{assignment.Part.Name} của {assignment.Agency} ({assignment.Reviewer}) không có trong bộ tiêu chí đã chọn. Bỏ chọn phân công này."));
        }

        return outcomes;
    }

    private static Outcome At(string field, Outcome outcome) =>
        outcome.Refusal == RefusalKind.Input ? Outcome.Input([.. outcome.Details.Select(d => new OutcomeProblem(d.Text, field))]) : outcome;
}
