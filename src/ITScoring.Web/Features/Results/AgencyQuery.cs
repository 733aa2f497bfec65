using ITScoring.Domain.Rankings;

namespace ITScoring.Web.Features.Results;

/// <summary>Builds an agency's page from the public parts of the records only.</summary>
public sealed class AgencyQuery(PublishedRecords records, AgencyYears years)
{
    /// <returns>Null: not published, or no such agency in it.</returns>
    public async Task<AgencyPage?> PageAsync(string period, string agency, CancellationToken cancel = default)
    {
        if (await records.FindAsync(period, cancel) is not { } result
            || result.Record.Agencies.FirstOrDefault(a => string.Equals(a.Code, agency, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return null;
        var all = await records.AllAsync(cancel);
        var peers = result.Record.Agencies.Where(a => a.Block == found.Block && a.Rank is not null).OrderBy(a => a.Rank).ToList();
        var earlier = all.FirstOrDefault(r => r.Period.Year < result.Period.Year);
        var lineage = await years.LineageAsync(cancel);
        return new AgencyPage(
            result,
            found,
            result.Record.Blocks.First(b => b.Code == found.Block).Name,
            peers,
            ResultStatistics.Mean(Shares.Scores(peers)),
            earlier is null ? null : lineage.Former(found.Code, earlier.Record)?.Rank,
            AgencyYears.Of(result, found.Code, all, lineage),
            earlier is null ? null : lineage.Restate(found.Code, earlier.Record, result.Record));
    }
}
