namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>What an uploaded workbook of blocks and agencies says.</summary>
public sealed record AgencyTable(IReadOnlyList<BlockLine> Blocks, IReadOnlyList<AgencyLine> Agencies, IReadOnlyList<AgencyBadCell> Bad);
