using ITScoring.Domain.Rankings;
using ITScoring.Web.Features.SignedDocuments;
using ITScoring.Web.Input;

namespace ITScoring.Web.Features.Results;

/// <summary>Builds the ranking page from the public part of the record; who took over from whom comes from the list of agencies, and beside it stands the signed decision.</summary>
public sealed class RankingQuery(PublishedRecords records, AgencyYears years, SignedDecisions decisions)
{
    /// <returns>Null: not published, or no such block.</returns>
    public async Task<RankingPage?> PageAsync(string periodCode, string? blockCode, string? search, string? group, string? @class, CancellationToken cancel = default)
    {
        if (await records.FindAsync(periodCode, cancel) is not { } result)
            return null;
        var block = blockCode is null ? result.Record.Blocks[0] : result.Record.Blocks.FirstOrDefault(b => string.Equals(b.Code, blockCode, StringComparison.OrdinalIgnoreCase));
        if (block is null)
            return null;
        var periods = await records.PeriodsAsync(cancel);
        var before = periods.FirstOrDefault(p => p.Year < result.Period.Year);
        var earlier = before is null ? null : await records.FindAsync(before.Code, cancel);
        var lineage = earlier is null ? null : await years.LineageAsync(cancel);
        var all = result.Record.Agencies.Where(a => a.Block == block.Code).ToList();
        var code = result.Record.CriteriaSet.Groups.FirstOrDefault(g => g.Code == group)?.Code;
        // The record's ranks are the order; within a rank and after the ranked ones, the record's own order.
        var sorted = all.OrderBy(a => (code is null ? a.Rank : a.Groups.First(g => g.Code == code).Rank) ?? int.MaxValue);
        var mean = ResultStatistics.Mean(Shares.Scores(all));
        var meanThen = earlier is null ? null : ResultStatistics.Mean(Shares.Scores(earlier.Record.Agencies.Where(a => a.Block == block.Code)));
        return new RankingPage
        {
            Result = result,
            Decision = await decisions.OfAsync(result.Publication, cancel),
            Periods = periods,
            Block = block,
            All = all,
            Rows =
            [
                .. sorted.Where(a => VietnameseSearch.Matches(search, a.Name, a.Code) && (string.IsNullOrEmpty(@class) || a.Class == @class))
                    .Select(a => new RankingRow(a, lineage?.Former(a.Code, earlier!.Record)?.Rank, lineage?.Restate(a.Code, earlier!.Record, result.Record))),
            ],
            Mean = mean,
            Median = ResultStatistics.Median(Shares.Scores(all)),
            MeanChange = mean is { } m && meanThen is { } t ? m - t : null,
            Before = before,
            Search = search,
            GroupCode = code,
            Class = @class,
        };
    }
}
