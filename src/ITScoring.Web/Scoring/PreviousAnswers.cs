using ITScoring.Data;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Scoring;

/// <summary>
/// Last period's verified values by agency and question: figures imported with their source, and for what was not
/// imported the final values of the last published period of the same agency or of one it took over from.
/// </summary>
public sealed class PreviousAnswers(AppDbContext db, CriteriaSetCache sets)
{
    private static readonly Dictionary<string, AnswerValue> None = [];

    /// <summary>By agency id; agencies without earlier figures are missing.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyDictionary<string, AnswerValue>>> AllAsync(Period period, CancellationToken cancel = default) =>
        await LoadAsync(period, period.Agencies.Select(a => a.AgencyId).ToList(), cancel);

    public async Task<IReadOnlyDictionary<string, AnswerValue>> OfAsync(Period period, int agencyId, CancellationToken cancel = default) =>
        (await LoadAsync(period, [agencyId], cancel)).GetValueOrDefault(agencyId, None);

    /// <summary>The last period published before this one, or null.</summary>
    public Task<Period?> LastPublishedAsync(Period period, CancellationToken cancel = default) =>
        db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies)
            .Where(p => p.State == PeriodState.Published && p.Year < period.Year && p.IsDemo == period.IsDemo)
            .OrderByDescending(p => p.Year)
            .FirstOrDefaultAsync(cancel);

    private async Task<Dictionary<int, IReadOnlyDictionary<string, AnswerValue>>> LoadAsync(Period period, List<int> agencies, CancellationToken cancel)
    {
        var set = await sets.GetAsync(period, cancel);
        var result = agencies.ToDictionary(id => id, _ => new Dictionary<string, AnswerValue>());

        if (await LastPublishedAsync(period, cancel) is { } last)
        {
            var predecessors = await db.Set<AgencyPredecessor>().AsNoTracking().Where(p => agencies.Contains(p.AgencyId)).ToListAsync(cancel);
            var sources = agencies.ToDictionary(
                id => id,
                id => last.FindAgency(id) is not null ? id : predecessors.Where(p => p.AgencyId == id).Select(p => (int?)p.PredecessorId).SingleOrOnlyDefault() ?? 0);
            var wanted = sources.Values.ToList();
            var rows = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == last.Id && wanted.Contains(s.AgencyId) && s.FirstSubmittedAt != null)
                .Join(db.Answers.AsNoTracking(), s => s.Id, a => a.SubmissionId, (s, a) => new { s.AgencyId, Answer = a })
                .ToListAsync(cancel);
            foreach (var (agencyId, source) in sources)
            {
                foreach (var row in rows.Where(r => r.AgencyId == source))
                    Put(result[agencyId], row.Answer.QuestionCode, row.Answer.ValueAt(AnswerStage.Final));
            }
        }

        var imported = await db.PreviousFigures.AsNoTracking().Where(f => f.PeriodId == period.Id && agencies.Contains(f.AgencyId)).ToListAsync(cancel);
        foreach (var figure in imported)
            Put(result[figure.AgencyId], figure.QuestionCode, figure.ValueJson);

        return result.Where(r => r.Value.Count > 0).ToDictionary(r => r.Key, IReadOnlyDictionary<string, AnswerValue> (r) => r.Value);

        // A question that changed its type since then has no comparable earlier value.
        void Put(Dictionary<string, AnswerValue> target, string code, string? json)
        {
            if (json is not null && set.FindQuestion(code) is { } question && AnswerJson.Read(question, json) is { Ok: true, Value: { } value })
                target[code] = value;
        }
    }
}

file static class Sequences
{
    /// <summary>The only element, or default when there is none or more than one: a merged agency has no single predecessor to compare with.</summary>
    public static T? SingleOrOnlyDefault<T>(this IEnumerable<T> source)
    {
        var firstTwo = source.Take(2).ToList();
        return firstTwo.Count == 1 ? firstTwo[0] : default;
    }
}
