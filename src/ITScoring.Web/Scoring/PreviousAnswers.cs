using ITScoring.Data;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ITScoring.Web.Scoring;

/// <summary>
/// Last period's verified values by agency and question: figures imported with their source, and for what was not
/// imported the final values of the last published period of the same agency or of one it took over from.
/// </summary>
public sealed class PreviousAnswers(AppDbContext db, CriteriaSetCache sets, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private static readonly Dictionary<string, AnswerValue> None = [];

    // Asked for twice by most pages: for last year's values and for last year's bests.
    private (int PeriodId, Period? Last)? _last;

    /// <summary>By agency id; agencies without earlier figures are missing.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyDictionary<string, AnswerValue>>> AllAsync(Period period, CancellationToken cancel = default) =>
        await LoadAsync(period, period.Agencies.Select(a => a.AgencyId).ToList(), db.PreviousFigures.Where(f => f.PeriodId == period.Id), cancel);

    public async Task<IReadOnlyDictionary<string, AnswerValue>> OfAsync(Period period, int agencyId, CancellationToken cancel = default) =>
        (await LoadAsync(period, [agencyId], db.PreviousFigures.Where(f => f.PeriodId == period.Id && f.AgencyId == agencyId), cancel)).GetValueOrDefault(agencyId, None);

    /// <summary>The form of the last published period whose values count for an agency; null: there is none.</summary>
    public async Task<int?> SubmissionIdAsync(Period period, int agencyId, CancellationToken cancel = default)
    {
        if (await LastPublishedAsync(period, cancel) is not { } last || !(await SourcesAsync(last, [agencyId], cancel)).TryGetValue(agencyId, out var source))
            return null;
        return await db.Submissions.AsNoTracking().Where(s => s.PeriodId == last.Id && s.AgencyId == source && s.FirstSubmittedAt != null).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The last period published before this one with its agencies, or null; shared between requests, only to be read.</summary>
    public async Task<Period?> LastPublishedAsync(Period period, CancellationToken cancel = default)
    {
        if (_last is { } found && found.PeriodId == period.Id)
            return found.Last;
        var last = await db.Periods.AsNoTracking()
            .Where(p => p.State == PeriodState.Published && p.Year < period.Year && p.IsDemo == period.IsDemo)
            .OrderByDescending(p => p.Year)
            .Select(p => new { p.Id, p.Version, p.CohortVersion })
            .FirstOrDefaultAsync(cancel);
        var published = last is null ? null : await cache.GetOrCreateAsync((nameof(LastPublishedAsync), last.Id, last.Version, last.CohortVersion), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Kept;
            return db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).SingleAsync(p => p.Id == last.Id, cancel);
        });
        _last = (period.Id, published);
        return published;
    }

    private async Task<Dictionary<int, IReadOnlyDictionary<string, AnswerValue>>> LoadAsync(
        Period period, List<int> agencies, IQueryable<PreviousFigure> figures, CancellationToken cancel)
    {
        var set = await sets.GetAsync(period, cancel);
        var result = new Dictionary<int, IReadOnlyDictionary<string, AnswerValue>>();

        if (await LastPublishedAsync(period, cancel) is { } last)
        {
            var sources = await SourcesAsync(last, agencies, cancel);
            var published = await PublishedAsync(period, set, last, sources.Values.Distinct().ToList(), cancel);
            foreach (var (agencyId, source) in sources.Where(s => published[s.Value].Count > 0))
                result[agencyId] = published[source];
        }

        var imported = await figures.AsNoTracking().ToListAsync(cancel);
        foreach (var ofAgency in imported.GroupBy(f => f.AgencyId))
        {
            var values = result.GetValueOrDefault(ofAgency.Key, None).ToDictionary();
            foreach (var figure in ofAgency)
                Put(set, values, figure.QuestionCode, figure.ValueJson);
            if (values.Count > 0)
                result[ofAgency.Key] = values;
        }

        return result;
    }

    /// <summary>Whose values of the last period count for an agency: its own, else its only predecessor's; agencies without are missing.</summary>
    private async Task<Dictionary<int, int>> SourcesAsync(Period last, List<int> agencies, CancellationToken cancel)
    {
        var sources = agencies.Where(id => last.FindAgency(id) is not null).ToDictionary(id => id);
        var others = agencies.Where(id => !sources.ContainsKey(id)).ToList();
        if (others.Count == 0)
            return sources;
        // All of the province's: they are few, and a list as parameter costs more than the rows.
        var predecessors = await db.Set<AgencyPredecessor>().AsNoTracking().ToListAsync(cancel);
        foreach (var id in others)
        {
            if (predecessors.Where(p => p.AgencyId == id).Select(p => (int?)p.PredecessorId).SingleOrOnlyDefault() is { } predecessor)
                sources[id] = predecessor;
        }

        return sources;
    }

    /// <summary>Final values of agencies in a published period. They change with its cohort version only, so they are read once.</summary>
    private async Task<Dictionary<int, IReadOnlyDictionary<string, AnswerValue>>> PublishedAsync(Period period, CriteriaSet set, Period last, List<int> agencies, CancellationToken cancel)
    {
        var known = new Dictionary<int, IReadOnlyDictionary<string, AnswerValue>>();
        foreach (var id in agencies)
        {
            if (cache.TryGetValue(Key(id), out IReadOnlyDictionary<string, AnswerValue>? values))
                known[id] = values!;
        }

        var missing = agencies.Where(id => !known.ContainsKey(id)).ToList();
        if (missing.Count == 0)
            return known;
        var rows = (await db.Submissions.AsNoTracking().Where(s => s.PeriodId == last.Id && missing.Contains(s.AgencyId) && s.FirstSubmittedAt != null)
            .Join(db.Answers.AsNoTracking(), s => s.Id, a => a.SubmissionId, (s, a) => new { s.AgencyId, Answer = a })
            .ToListAsync(cancel)).ToLookup(r => r.AgencyId, r => r.Answer);
        foreach (var id in missing)
        {
            var values = new Dictionary<string, AnswerValue>();
            foreach (var answer in rows[id])
                Put(set, values, answer.QuestionCode, answer.ValueAt(AnswerStage.Final));
            known[id] = cache.Set(Key(id), (IReadOnlyDictionary<string, AnswerValue>)values, Kept);
        }

        return known;

        object Key(int agency) => (nameof(PublishedAsync), last.Id, last.Version, last.CohortVersion, period.CriteriaSetVersionId, agency);
    }

    // A question that changed its type since then has no comparable earlier value.
    private static void Put(CriteriaSet set, Dictionary<string, AnswerValue> target, string code, string? json)
    {
        if (json is not null && set.FindQuestion(code) is { } question && AnswerJson.Read(question, json) is { Ok: true, Value: { } value })
            target[code] = value;
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
