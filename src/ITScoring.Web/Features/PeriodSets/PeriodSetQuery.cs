using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Scoring;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.PeriodSets;

/// <summary>Reads what a corrected version of the set would touch.</summary>
public sealed class PeriodSetQuery(AppDbContext db, CriteriaSetCache sets)
{
    public async Task<PeriodSetPage?> PageAsync(string code, int? to, CancellationToken cancel = default)
    {
        var period = await db.Periods.AsSplitQuery().Include(p => p.Agencies).Include(p => p.CriteriaSetVersion).FirstOrDefaultAsync(p => p.Code == code, cancel);
        if (period?.CriteriaSetVersion is not { } from)
            return null;
        var later = await db.CriteriaSetVersions.Where(v => v.Code == from.Code && v.Number > from.Number && v.State == CriteriaSetState.InForce).OrderByDescending(v => v.Number).ToListAsync(cancel);
        var chosen = to is null ? later.FirstOrDefault() : later.Find(v => v.Id == to);
        if (chosen is null)
            return to is null ? new PeriodSetPage(period, later, null, null, [], 0, []) : null;
        var (before, after) = (await sets.GetAsync(from.Id, cancel), await sets.GetAsync(chosen.Id, cancel));
        var comparison = SetComparison.Of(before, after);
        var forms = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).Select(s => new { s.Id, s.AgencyId, s.State }).ToListAsync(cancel);
        var ids = forms.Select(f => f.Id).ToList();
        var answers = await db.Answers.AsNoTracking().Where(a => ids.Contains(a.SubmissionId) && comparison.TouchedQuestions.Contains(a.QuestionCode)).ToListAsync(cancel);
        var unfit = answers.Where(a => a.DeclaredJson is { } json && (after.FindQuestion(a.QuestionCode) is not { } question || !AnswerJson.Read(question, json).Ok)).GroupBy(a => a.QuestionCode).Select(g => (g.Key, g.Count())).ToList();
        var verdicts = await db.CriterionVerdicts.AsNoTracking().Where(v => ids.Contains(v.SubmissionId) && comparison.TouchedCriteria.Contains(v.CriterionCode)).Select(v => v.SubmissionId).ToListAsync(cancel);
        var again = forms.Where(f => f.State == SubmissionState.Verified && verdicts.Contains(f.Id)).Select(f => period.FindAgency(f.AgencyId)?.Name ?? "").ToList();
        return new PeriodSetPage(period, later, chosen, comparison, unfit, verdicts.Count, again);
    }
}
