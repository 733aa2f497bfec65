using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Reports;
using ITScoring.Web.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ITScoring.Web.Features.TrialRuns;

/// <summary>Scores invented answers with the set, agencies and 7.1.3 rule of a period that is being prepared.</summary>
public sealed class TrialQuery(AppDbContext db, CriteriaSetCache sets, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Null: no period of this code is being prepared.</summary>
    public async Task<TrialPage?> PageAsync(string code, TrialKind kind, CancellationToken cancel)
    {
        if (await db.Periods.AsNoTracking().Include(p => p.Agencies).Include(p => p.CriteriaSetVersion).FirstOrDefaultAsync(p => p.Code == code && p.State == PeriodState.Draft, cancel) is not { } period)
            return null;
        List<string> missing = [];
        if (period.CriteriaSetVersionId is null)
            missing.Add("Chọn bộ tiêu chí.");
        if (period.Agencies.Count == 0)
            missing.Add("Chọn ít nhất một cơ quan tham gia.");
        if (missing.Count > 0)
            return new TrialPage(period, kind, null, [], [], null, missing);
        var set = await sets.GetAsync(period, cancel);
        var day = period.DataThrough ?? new DateOnly(period.Year, 1, 1);
        var answers = cache.GetOrCreate((nameof(TrialAnswers), period.CriteriaSetVersionId, day), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Kept;
            return new TrialAnswers(set, day);
        })!;
        var agencies = period.Agencies.OrderBy(a => a.Order).ToList();
        var none = new Dictionary<string, AnswerValue>();
        var cohort = new Cohort([.. agencies.Select((a, i) => new CohortAgency(a.Code, a.Name, a.BlockCode, a.IsRanked, answers.For(kind, i, agencies.Count), none))]);
        var result = Scorer.Score(set, cohort);
        var rule = period.ParRuleJson is { } json ? ParRule.Read(json) : null;
        var rows = agencies.Join(result.Sheets, a => a.Code, s => s.AgencyCode, (a, s) => new TrialRow(a, s, rule?.Of(s.RankingScore, set.Scale, s.Class))).ToList();
        return new TrialPage(
            period,
            kind,
            set,
            [.. rows.GroupBy(r => r.Agency.BlockName).Select(g => (g.Key, (IReadOnlyList<TrialRow>)[.. g.OrderBy(r => r.Sheet.Rank ?? int.MaxValue).ThenBy(r => r.Agency.Order)]))],
            [
                .. set.Criteria.Select(c =>
                {
                    var points = result.Sheets.Select(s => s.Criterion(c.Code).Points).OfType<Points>().ToList();
                    return new TrialCriterion(c, points.Count, points.Count == 0 ? null : points.Min(), points.Count == 0 ? null : points.Max());
                }),
            ],
            rule is null ? null : ParWords.Of(rule, set.Scale.ToString()),
            []);
    }
}
