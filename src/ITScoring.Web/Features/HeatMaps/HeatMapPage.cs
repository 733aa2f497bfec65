using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Results;

namespace ITScoring.Web.Features.HeatMaps;

/// <summary>The heat map of one block.</summary>
public sealed record HeatMapPage(PublishedRecord Result, RecordBlock Block)
{
    public PublicRecord Record => Result.Record;

    /// <summary>By rank, then those without one in the record's order.</summary>
    public IReadOnlyList<RecordAgency> Agencies => [.. Record.Agencies.Where(a => a.Block == Block.Code).OrderBy(a => a.Rank ?? int.MaxValue)];
}
