namespace ITScoring.Web.Features.SharedFigures;

/// <summary>What a preview showed, kept between the preview and the choice.</summary>
/// <param name="Source">Code of the shared system.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record SharedTicket(string Source, string FileName, string Sha256, IReadOnlyList<SharedTicketLine> Lines, IReadOnlyList<SharedBadLine> Bad, IReadOnlyList<string> Skipped);
