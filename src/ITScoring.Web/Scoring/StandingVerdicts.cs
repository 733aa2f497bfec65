using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ITScoring.Web.Scoring;

/// <summary>The verdicts of all forms of a period; read anew only when one was given or asked again since.</summary>
public sealed class StandingVerdicts(AppDbContext db, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>By form and criterion; forms without any are missing.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyDictionary<string, VerdictKind>>> OfAsync(Period period, CancellationToken cancel = default)
    {
        // Every verdict that is given or asked again leaves a row.
        var last = await db.VerdictChanges.MaxAsync(c => (long?)c.Id, cancel);
        return (await cache.GetOrCreateAsync((nameof(StandingVerdicts), period.Id, last), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Kept;
            var rows = await (
                from verdict in db.CriterionVerdicts.AsNoTracking()
                join form in db.Submissions.AsNoTracking() on verdict.SubmissionId equals form.Id
                where form.PeriodId == period.Id
                select new { verdict.SubmissionId, verdict.CriterionCode, verdict.Kind }).ToListAsync(cancel);
            return rows.GroupBy(r => r.SubmissionId).ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, VerdictKind>)g.ToDictionary(r => r.CriterionCode, r => r.Kind));
        }))!;
    }
}
