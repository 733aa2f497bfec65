using ITScoring.Data;
using ITScoring.Domain.CriteriaSets.Trials;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.CriteriaSets;
using ITScoring.Web.Scoring;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SetTrials;

/// <summary>Tries a set on an earlier period.</summary>
public sealed class SetTrialQuery(AppDbContext db, WorkedSets sets, CriteriaSetCache parsed, PeriodScores scores)
{
    /// <param name="period">Code of the period; null: the latest that has answers.</param>
    public async Task<SetTrialPage?> PageAsync(int id, string? period, CancellationToken cancel = default)
    {
        if (await sets.FindAsync(id, cancel) is not { } set)
            return null;
        var periods = await db.Periods.AsNoTracking().Where(p => p.State != PeriodState.Draft && p.CriteriaSetVersionId != null).OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).ToListAsync(cancel);
        var chosen = period is null ? periods.FirstOrDefault() : periods.Find(p => p.Code == period);
        if (chosen is null)
            return period is null ? new SetTrialPage(set, periods, null, null) : null;
        // Only a whole set can rank.
        if (!set.Reading.IsWhole)
            return new SetTrialPage(set, periods, chosen, null);
        var with = await db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).SingleAsync(p => p.Id == chosen.Id, cancel);
        var (cohort, _) = await scores.StandingAsync(with, AnswerStage.Final, cancel);
        return new SetTrialPage(set, periods, with, SetTrial.Of(await parsed.GetAsync(with, cancel), set.Set!, cohort));
    }
}
