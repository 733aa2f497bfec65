using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.ResultYears;

/// <summary>A block over all published years.</summary>
/// <param name="Block">Null: nothing is published yet.</param>
/// <param name="Years">Earliest first; years in which the block had agencies.</param>
public sealed record YearsPage(IReadOnlyList<RecordBlock> Blocks, RecordBlock? Block, IReadOnlyList<YearFigures> Years, IReadOnlyList<AgencyThroughYears> Agencies, string? LatestPeriod);
