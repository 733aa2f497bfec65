namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>What a preview showed, kept between the preview and the choice.</summary>
/// <param name="Sha256">Of the file.</param>
/// <param name="Stamp">How the stored list stood when the preview was made.</param>
public sealed record AgencyTicket(string FileName, string Sha256, string Stamp, IReadOnlyList<BlockLine> Blocks, IReadOnlyList<AgencyLine> Agencies);
