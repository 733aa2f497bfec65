using ITScoring.Web.Features.Results;

namespace ITScoring.Web.Features.ResultYears;

/// <summary>Reads the years from the public parts of the published records.</summary>
public sealed class YearsQuery(PublishedRecords records, AgencyYears agencyYears)
{
    /// <param name="blockCode">Null: the first block of the latest result.</param>
    /// <returns>Null: no published result has such a block.</returns>
    public async Task<YearsPage?> PageAsync(string? blockCode, CancellationToken cancel = default)
    {
        var all = await records.AllAsync(cancel);
        if (all.Count == 0)
            return string.IsNullOrEmpty(blockCode) ? new YearsPage([], null, [], [], null) : null;
        // A block is known by its code and called as it was last.
        var blocks = all.SelectMany(r => r.Record.Blocks).DistinctBy(b => b.Code).ToList();
        var block = string.IsNullOrEmpty(blockCode) ? blocks[0] : blocks.FirstOrDefault(b => string.Equals(b.Code, blockCode, StringComparison.OrdinalIgnoreCase));
        if (block is null)
            return null;
        var years = new List<YearFigures>();
        foreach (var result in all.Reverse())
        {
            var agencies = result.Record.Agencies.Where(a => a.Block == block.Code).ToList();
            if (agencies.Count > 0)
                years.Add(new YearFigures(result, agencies, years.Count > 0 && years[^1].Set.Sha256 == result.Record.CriteriaSet.Sha256));
        }

        var lineage = await agencyYears.LineageAsync(cancel);
        var rows = new List<AgencyThroughYears>();
        foreach (var year in Enumerable.Reverse(years))
        {
            foreach (var agency in year.Agencies.OrderBy(a => a.Rank ?? int.MaxValue).Where(a => rows.TrueForAll(r => r.Agency.Code != a.Code)))
            {
                var own = AgencyYears.Of(year.Result, agency.Code, all, lineage).ToDictionary(y => y.Result.Period.Id);
                rows.Add(new AgencyThroughYears(agency, year.Result, [.. years.Select(y => own.GetValueOrDefault(y.Result.Period.Id))]));
            }
        }

        return new YearsPage(blocks, block, years, rows, all[0].Period.Code);
    }
}
