using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Par;

/// <summary>Reads the table of criterion 7.1.3.</summary>
public sealed class ParQuery(AppDbContext db, PublishedRecords records, CurrentUser user)
{
    /// <summary>Null: there is no such period, or no result of it that this reader may see. Observers see what is approved; managers and leaders what is proposed.</summary>
    /// <param name="tracked">The period is about to be changed.</param>
    public async Task<ParTable?> FindAsync(string code, bool tracked = false, CancellationToken cancel = default)
    {
        var least = user.Can(Permission.ReadProposals) ? PeriodState.Proposed : PeriodState.Approved;
        var periods = tracked ? db.Periods.AsTracking() : db.Periods.AsNoTracking();
        if (await periods.FirstOrDefaultAsync(p => p.Code == code, cancel) is not { } period || period.State < least)
            return null;
        var published = period.IsPublished
            ? await db.Publications.AsNoTracking().Where(p => p.PeriodId == period.Id).OrderByDescending(p => p.Number).Select(p => new { p.RecordId, p.DecisionNumber, p.DecisionDate }).FirstOrDefaultAsync(cancel)
            : null;
        var recordId = published?.RecordId
            ?? await db.FrozenRecords.Where(r => r.PeriodId == period.Id && r.PublicSha256 == period.ProposedSha256).OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync(cancel);
        var (record, _, sha) = await records.ReadAsync(recordId, cancel);
        var rule = period.ParRuleJson is null ? null : ParRule.Read(period.ParRuleJson);
        var scale = Points.Parse(record.CriteriaSet.Scale);
        return new ParTable(
            period,
            record,
            sha,
            published?.DecisionNumber ?? period.DecisionNumber,
            published?.DecisionDate ?? period.DecisionDate,
            rule,
            [
                .. record.Agencies.OrderBy(a => a.Block, StringComparer.Ordinal).ThenBy(a => a.Rank ?? int.MaxValue)
                    .Select(a => new ParRow(a, rule?.Of(a.Submitted && a.RankingScore is not null ? Points.Parse(a.RankingScore) : null, scale, a.Class))),
            ]);
    }

    /// <summary>The rule as the form shows it.</summary>
    public static ParForm FormOf(ParTable table) => new()
    {
        Max = table.Rule?.Max.ToVietnamese(),
        Method = (table.Rule?.Method ?? ParMethod.Linear).ToString(),
        ClassShare = [.. table.Record.CriteriaSet.Classes.Select((c, i) => table.Rule is { Method: ParMethod.ByClass } r ? Shown(r.Steps[i].Share) : null)],
        BandFrom = [.. Bands(table, s => s.From)],
        BandShare = [.. Bands(table, s => s.Share)],
    };

    private static IEnumerable<string?> Bands(ParTable table, Func<ParStep, Rational?> value) =>
        Enumerable.Range(0, ParForm.Bands).Select(i => table.Rule is { Method: ParMethod.ByBands } r && i < r.Steps.Count ? Shown(value(r.Steps[i])) : null);

    private static string? Shown(Rational? value) => value is { } v ? VietnameseNumber.Of(v) : null;
}
