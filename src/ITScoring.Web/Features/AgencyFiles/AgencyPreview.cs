namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>What taking a workbook over would do, before anything is written.</summary>
/// <param name="Unchanged">Lines that say what is stored.</param>
/// <param name="Untouched">Stored agencies that the file does not name; they stay as they are.</param>
/// <param name="Ticket">Null: there is a mistake left, or nothing would change.</param>
public sealed record AgencyPreview(string FileName, IReadOnlyList<AgencyBadCell> Bad, IReadOnlyList<AgencyPreviewLine> Lines, int Unchanged, int Untouched, string? Ticket);
