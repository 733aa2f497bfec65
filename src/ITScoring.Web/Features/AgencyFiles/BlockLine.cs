namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>A block as a line of an uploaded workbook says it.</summary>
/// <param name="Row">In its sheet, from 1.</param>
/// <param name="Order">Null: as it is, or last.</param>
public sealed record BlockLine(int Row, string Code, string Name, int? Order, DateOnly? From, DateOnly? To);
