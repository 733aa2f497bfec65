using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Attention;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Approvals;

/// <summary>Reads results for those who approve them, from the frozen records.</summary>
public sealed class ApprovalQuery(AppDbContext db, CurrentUser user, DossierQuery dossiers, PublishedRecords records)
{
    /// <summary>Criteria named as those in which most points moved.</summary>
    private const int MostCriteria = 10;

    /// <summary>Leaders see what is proposed or later, observers what is approved, managers what they have sent themselves.</summary>
    public bool Sees(Period period) => period.State >= (user.Can(Permission.ManagePeriods) ? PeriodState.Preliminary : user.Can(Permission.ReadProposals) ? PeriodState.Proposed : PeriodState.Approved);

    /// <summary>Every period that the person sees, latest first.</summary>
    public async Task<IReadOnlyList<PeriodResult>> HistoryAsync(CancellationToken cancel = default)
    {
        var periods = (await db.Periods.AsNoTracking().OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).ToListAsync(cancel)).Where(Sees).ToList();
        var ids = periods.Select(p => p.Id).ToList();
        var publications = await db.Publications.AsNoTracking().Where(p => ids.Contains(p.PeriodId)).GroupBy(p => p.PeriodId).Select(g => new { Period = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Period, g => g.Count, cancel);
        var rows = new List<PeriodResult>();
        foreach (var period in periods)
        {
            var record = await dossiers.RecordIdAsync(period, cancel) is { } id ? (await records.ReadAsync(id, cancel)).Record : null;
            var scores = record is null ? [] : Shares.Scores(record.Agencies);
            rows.Add(new PeriodResult(period, record, ResultStatistics.Mean(scores), ResultStatistics.Median(scores), publications.GetValueOrDefault(period.Id)));
        }

        return rows;
    }

    public async Task<ApprovalPage> PageAsync(Period period, CancellationToken cancel = default)
    {
        if (await dossiers.ReadAsync(period, cancel) is not { } dossier)
            return new ApprovalPage(period, null, null, null, null, [], [], []);
        var scores = Shares.Scores(dossier.Record.Agencies);
        var mean = ResultStatistics.Mean(scores);
        var assessed = dossier.Assessed.Select(dossier.InsideOf).ToList();
        var isComparable = dossier.Before?.CriteriaSet.Sha256 == dossier.Record.CriteriaSet.Sha256;
        return new ApprovalPage(
            period,
            dossier,
            mean,
            ResultStatistics.Median(scores),
            isComparable && mean is { } now && ResultStatistics.Mean(Shares.Scores(dossier.Before!.Agencies)) is { } then ? now - then : null,
            ResultAttention.Of(dossier.Record, dossier.Inside, dossier.Set, dossier.Before, dossier.Lineage),
            [.. dossier.Record.CriteriaSet.Groups.Select(g => (g, Groups(a => a.Self, a => a.Verified, g.Code), Groups(a => a.Verified, a => a.Final, g.Code)))],
            [
                .. dossier.Record.CriteriaSet.Groups.SelectMany(g => g.Criteria)
                    .Select(c => (c, Review: Criteria(a => a.Self, a => a.Verified, c.Code), Explanations: Criteria(a => a.Verified, a => a.Final, c.Code)))
                    .Where(c => !c.Review.IsNone || !c.Explanations.IsNone)
                    .OrderByDescending(c => Math.Max(c.Review.Moved, c.Explanations.Moved)).ThenByDescending(c => Math.Abs(c.Review.Sum.Hundredths)).Take(MostCriteria),
            ]);

        StageMove Groups(Func<InternalGroup, string> from, Func<InternalGroup, string> to, string code) =>
            StageMove.Of(assessed.Select(a => a.Groups?.FirstOrDefault(g => g.Code == code)).OfType<InternalGroup>().Select(g => ((string?)from(g), (string?)to(g))));

        StageMove Criteria(Func<InternalCriterion, string?> from, Func<InternalCriterion, string?> to, string code) =>
            StageMove.Of(assessed.Select(a => a.Criteria.First(c => c.Code == code)).Select(c => (from(c), to(c))));
    }

    /// <returns>Null: the result holds no such agency.</returns>
    public async Task<AgencyApprovalPage?> AgencyAsync(Period period, string code, CancellationToken cancel = default)
    {
        if (await dossiers.ReadAsync(period, cancel) is not { } dossier || dossier.Record.Agencies.FirstOrDefault(a => string.Equals(a.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } agency)
            return null;
        var inside = dossier.InsideOf(agency);
        var (answers, points, scores) = (inside.Answers.ToDictionary(a => a.Question), inside.Criteria.ToDictionary(c => c.Code), agency.Criteria.ToDictionary(c => c.Code));
        return new AgencyApprovalPage(
            dossier,
            agency,
            inside,
            [.. dossier.Record.CriteriaSet.Groups.Select(g => (g, (IReadOnlyList<ApprovalCriterion>)[.. g.Criteria.Select(c => Criterion(dossier.Set, c, scores[c.Code], points[c.Code], inside, answers))]))]);
    }

    private static ApprovalCriterion Criterion(CriteriaSet set, RecordCriterion criterion, RecordCriterionScore score, InternalCriterion points, InternalAgency agency, IReadOnlyDictionary<string, InternalAnswer> answers) => new(
        criterion,
        score,
        points,
        points.Verdict is { } verdict ? Enum.Parse<VerdictKind>(verdict) : null,
        score.Applicable ? [.. RecordReasons.OfReview(set, points, answers), .. RecordReasons.OfExplanations(set, points, answers)] : ["Không áp dụng cho cơ quan."],
        [.. agency.Explanations.Where(e => e.Criterion == criterion.Code).Select(e => (e, (IReadOnlyList<string>)[.. (e.Contested ?? []).Select(c => ResultAnnexes.Contested(set, agency, c, e.State))]))]);
}
