using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Comparisons;

/// <summary>Sets agencies side by side. An agency that <see cref="ReviewForms.NotComparedBecause"/> hides takes no part: it is neither read, counted nor drawn.</summary>
public sealed class ComparisonQuery(AppDbContext db, ReviewForms forms, CriteriaSetCache sets, PeriodScores scores)
{
    // The compact table: so many agencies before and after the one looked at, and at most so many outliers.
    private const int Neighbours = 2;
    private const int MostOutliers = 8;

    /// <summary>The criteria, with how far the agencies lie apart.</summary>
    /// <param name="sort"><c>outliers</c> or <c>spread</c>; else the set's order.</param>
    public async Task<ComparisonsPage> ListAsync(Period period, string? search, string? sort, int number, CancellationToken cancel = default)
    {
        var set = await sets.GetAsync(period, cancel);
        var seen = await SeenAsync(period, cancel);
        var verified = await SheetsAsync(period, AnswerStage.Verified, cancel);
        var rows = set.Criteria.Where(c => VietnameseSearch.Matches(search, c.Code, c.Name, set.GroupOf(c).Name)).Select(c => Spread(c, seen.Keys, verified));
        var order = sort is "outliers" or "spread" ? sort : "set";
        rows = order switch
        {
            "outliers" => rows.OrderByDescending(r => r.Outliers),
            // Criteria of few points are not hidden behind those of many.
            "spread" => rows.OrderByDescending(r => r.Range is { } range ? Math.Abs((double)range.Hundredths / r.Criterion.Max.Hundredths) : -1),
            _ => rows,
        };
        return new ComparisonsPage(period, set, new Paged<CriterionSpread>([.. rows], number), seen.Count, search, order);
    }

    public async Task<ComparisonPage> PageAsync(Period period, Criterion criterion, ComparisonFilter filter, int number, CancellationToken cancel = default)
    {
        var set = await sets.GetAsync(period, cancel);
        var questions = set.QuestionsOf(criterion);
        var seen = await SeenAsync(period, cancel);
        var declared = await SheetsAsync(period, AnswerStage.Declared, cancel);
        var verified = await SheetsAsync(period, AnswerStage.Verified, cancel);
        var verdicts = await VerdictsAsync(seen, criterion, cancel);
        var evidence = await EvidenceAsync(seen, questions, cancel);
        var spread = Spread(criterion, seen.Keys, verified);
        var places = Places(criterion, seen.Keys, verified);
        var blocks = period.Agencies.OrderBy(a => a.Order).Select(a => (a.BlockCode, a.BlockName)).DistinctBy(b => b.BlockCode).ToList();
        filter = filter with { Block = blocks.Exists(b => b.BlockCode == filter.Block) ? filter.Block : null, Agency = filter.Agency is { } code ? period.FindAgency(code)?.Code : null };

        var rows = period.Agencies.Where(a => filter.Block is null || a.BlockCode == filter.Block).OrderBy(a => a.Order).Select(a => seen.TryGetValue(a, out var id)
            ? new ComparisonRow
            {
                Agency = a,
                IsCurrent = a.Code == filter.Agency,
                Place = places.GetValueOrDefault(a.Code),
                Declared = declared[a.Code].Criterion(criterion.Code),
                Verified = verified[a.Code].Criterion(criterion.Code),
                Values = Values(questions, declared[a.Code].Criterion(criterion.Code), verified[a.Code].Criterion(criterion.Code)),
                Verdict = verdicts.GetValueOrDefault(id),
                Evidence = [.. evidence[id].Select(e => e.Title)],
                Score = spread.ScoreOf(a),
                IsOutlier = spread.IsOutlier(a),
                Link = forms.Sees(period, a.AgencyId) ? LinkTo(period, a, criterion) : null,
            }
            : new ComparisonRow { Agency = a, IsCurrent = a.Code == filter.Agency, Hidden = forms.NotComparedBecause(period, a.AgencyId) }).ToList();
        var (at, all) = (set.Criteria.ToList().IndexOf(criterion), set.Criteria);
        return new ComparisonPage
        {
            Period = period,
            Set = set,
            Criterion = criterion,
            Filter = filter,
            Blocks = blocks,
            Rows = new Paged<ComparisonRow>(Sorted(rows, filter), number),
            Outliers = [.. rows.Where(r => r.IsOutlier)],
            Spread = spread,
            Strip = Strip(spread, rows),
            Questions = questions,
            Leverage = await LeverageAsync(period, criterion, seen, filter.Block, cancel),
            JudgedDifferently = SharedDocuments.JudgedDifferently(
                seen.OrderBy(s => s.Key.Order).SelectMany(s => evidence[s.Value].Select(e => CitedDocument.Of(s.Key.Code, e))),
                [.. seen.OrderBy(s => s.Key.Order).Where(s => verdicts.GetValueOrDefault(s.Value) is { Stands: true })
                    .Select(s => new JudgedCriterion(s.Key.Code, verdicts[s.Value].Kind, verified[s.Key.Code].Criterion(criterion.Code).Points))]),
            Previous = at > 0 ? all[at - 1] : null,
            Next = at + 1 < all.Count ? all[at + 1] : null,
        };
    }

    /// <summary>The agency among those of its block, in two queries: what the review page has scored already is given.</summary>
    /// <param name="result">The period's verified result.</param>
    public async Task<BetweenAgencies> CompactAsync(Period period, PeriodAgency agency, Criterion criterion, CohortResult result, CancellationToken cancel = default)
    {
        var seen = (await SeenAsync(period, cancel)).Where(s => s.Key.BlockCode == agency.BlockCode).ToDictionary();
        var verified = result.Sheets.ToDictionary(s => s.AgencyCode);
        var verdicts = await VerdictsAsync(seen, criterion, cancel);
        var spread = Spread(criterion, seen.Keys, verified);
        var places = Places(criterion, seen.Keys, verified);
        var rows = Sorted(
        [
            .. seen.OrderBy(s => s.Key.Order).Select(s => new ComparisonRow
            {
                Agency = s.Key,
                IsCurrent = s.Key == agency,
                Place = places.GetValueOrDefault(s.Key.Code),
                Verified = verified[s.Key.Code].Criterion(criterion.Code),
                Verdict = verdicts.GetValueOrDefault(s.Value),
                Score = spread.ScoreOf(s.Key),
                IsOutlier = spread.IsOutlier(s.Key),
                Link = forms.Sees(period, s.Key.AgencyId) ? LinkTo(period, s.Key, criterion) : null,
            }),
        ], new ComparisonFilter(null, null, null, false));
        var at = rows.FindIndex(r => r.IsCurrent);
        var outliers = rows.Where(r => r.IsOutlier).OrderByDescending(r => Rational.Abs(r.Score!.Value)).Take(MostOutliers).ToHashSet();
        return new BetweenAgencies(
            criterion,
            Strip(spread, rows),
            [.. rows.Where((r, i) => outliers.Contains(r) || (at >= 0 && Math.Abs(i - at) <= Neighbours))],
            rows.Count,
            ComparisonPage.LinkTo(period, criterion, new ComparisonFilter(period.Agencies.Any(a => a.BlockCode != agency.BlockCode) ? agency.BlockCode : null, agency.Code, null, false)));
    }

    /// <summary>The agencies that have handed in and may be seen, with the ids of their forms.</summary>
    private async Task<Dictionary<PeriodAgency, int>> SeenAsync(Period period, CancellationToken cancel)
    {
        var submitted = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id && s.FirstSubmittedAt != null).Select(s => new { s.AgencyId, s.Id }).ToDictionaryAsync(s => s.AgencyId, s => s.Id, cancel);
        return period.Agencies.Where(a => submitted.ContainsKey(a.AgencyId) && forms.NotComparedBecause(period, a.AgencyId) is null).ToDictionary(a => a, a => submitted[a.AgencyId]);
    }

    private async Task<Dictionary<string, ScoreSheet>> SheetsAsync(Period period, AnswerStage stage, CancellationToken cancel) =>
        (await scores.ScoreAsync(period, stage, cancel)).Sheets.ToDictionary(s => s.AgencyCode);

    private async Task<Dictionary<int, CriterionVerdict>> VerdictsAsync(Dictionary<PeriodAgency, int> seen, Criterion criterion, CancellationToken cancel)
    {
        var ids = seen.Values.ToList();
        return await db.CriterionVerdicts.AsNoTracking().Where(v => v.CriterionCode == criterion.Code && ids.Contains(v.SubmissionId)).ToDictionaryAsync(v => v.SubmissionId, cancel);
    }

    private async Task<ILookup<int, Evidence>> EvidenceAsync(Dictionary<PeriodAgency, int> seen, IReadOnlyList<Question> questions, CancellationToken cancel)
    {
        var (ids, codes) = (seen.Values.ToList(), questions.Select(q => q.Code).ToList());
        var found = await db.Evidence.AsNoTracking().Include(e => e.File)
            .Where(e => ids.Contains(e.SubmissionId) && e.RemovedAt == null && e.Uses.Any(u => codes.Contains(u.QuestionCode))).OrderBy(e => e.Id).ToListAsync(cancel);
        return found.ToLookup(e => e.SubmissionId);
    }

    private async Task<IReadOnlyList<LeverageOfBest>> LeverageAsync(Period period, Criterion criterion, Dictionary<PeriodAgency, int> seen, string? block, CancellationToken cancel)
    {
        if (!criterion.ComparesWithBest)
            return [];
        var codes = seen.Keys.Select(a => a.Code).ToHashSet();
        var found = Leverage.Of(await sets.GetAsync(period, cancel), (await scores.StandingAsync(period, AnswerStage.Verified, cancel)).Cohort, criterion);
        return [.. found.Where(l => codes.Contains(l.AgencyCode) && (block is null || period.FindAgency(l.AgencyCode)!.BlockCode == block)).Select(l => l.Among(codes))];
    }

    private static CriterionSpread Spread(Criterion criterion, IEnumerable<PeriodAgency> agencies, Dictionary<string, ScoreSheet> verified) =>
        new(criterion, [.. agencies.Select(a => (a, verified[a.Code].Criterion(criterion.Code)))]);

    private static DotStrip? Strip(CriterionSpread spread, IReadOnlyList<ComparisonRow> rows)
    {
        var criterion = spread.Criterion;
        var values = rows.Where(r => r.IsShown && spread.ValueOf(r.Agency) is not null).Select(r => (r.Agency.Name, spread.ValueOf(r.Agency)!.Value, r.IsOutlier, r.IsCurrent)).ToList();
        var share = criterion.Rule.MeasuresShare;
        return values.Count == 0 ? null : DotStrip.Of(
            spread.IsMeasured ? $"{criterion.Code}. {criterion.Name}: giá trị thẩm tra {criterion.Rule.Measure!.InWords()} của {values.Count} cơ quan" : $"{criterion.Code}. {criterion.Name}: điểm thẩm tra của {values.Count} cơ quan",
            values,
            v => Display.Of(v, share),
            share,
            spread.IsMeasured ? (share ? Rational.One : null) : criterion.Max.ToRational());
    }

    private static string LinkTo(Period period, PeriodAgency agency, Criterion criterion) => $"/reviews/{period.Code}/{agency.Code.ToLowerInvariant()}/criteria/{criterion.Code}";

    private static IReadOnlyList<ComparedValue> Values(IReadOnlyList<Question> questions, CriterionScore declared, CriterionScore verified)
    {
        var (before, after) = (Words(declared), Words(verified));
        return [.. questions.Select(q => new ComparedValue(q, before[q.Code], after[q.Code]))];

        static Dictionary<string, string> Words(CriterionScore score) =>
            score.Calculate().Inputs.Where(i => i.Code == i.QuestionCode).ToDictionary(i => i.Code, i => i.Answered || !i.Asked ? i.Value : AnswerText.Unanswered);
    }

    /// <summary>Place in the block by verified points: equal points share a place and the next ones are skipped.</summary>
    private static Dictionary<string, int?> Places(Criterion criterion, IEnumerable<PeriodAgency> agencies, Dictionary<string, ScoreSheet> verified)
    {
        var scored = agencies.Select(a => (Agency: a, Points: verified[a.Code].Criterion(criterion.Code).Points)).Where(s => s.Points is not null).ToList();
        return scored.ToDictionary(s => s.Agency.Code, s => (int?)(1 + scored.Count(o => o.Agency.BlockCode == s.Agency.BlockCode && o.Points > s.Points)));
    }

    private static List<ComparisonRow> Sorted(List<ComparisonRow> rows, ComparisonFilter filter)
    {
        Func<ComparisonRow, Rational?> key = filter.SortedBy switch
        {
            ComparisonFilter.ByMeasure => r => r.Verified?.Measure,
            ComparisonFilter.BySelf => r => r.Declared?.Points?.ToRational(),
            ComparisonFilter.ByDifference => r => r.Difference?.ToRational(),
            _ => r => r.Verified?.Points?.ToRational(),
        };
        // What has no value stands last in either direction, what is not shown after it.
        var known = rows.OrderBy(r => r.IsShown ? filter.SortedBy != ComparisonFilter.ByName && key(r) is null ? 1 : 0 : 2);
        return [.. (filter.SortedBy == ComparisonFilter.ByName
            ? filter.Ascending ? known.ThenBy(Name, StringComparer.Ordinal) : known.ThenByDescending(Name, StringComparer.Ordinal)
            : filter.Ascending ? known.ThenBy(key) : known.ThenByDescending(key)).ThenByDescending(r => r.Verified?.Measure)];

        static string Name(ComparisonRow row) => VietnameseSearch.Fold(row.Agency.Name);
    }
}
