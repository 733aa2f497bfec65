namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>An agency as a line of an uploaded workbook says it.</summary>
/// <param name="Row">In its sheet, from 1.</param>
/// <param name="Order">Null: as it is, or last.</param>
/// <param name="RenamedFrom">First day of the name, where it is another than the stored one.</param>
public sealed record AgencyLine(
    int Row, string Code, string Name, string? ShortName, string Block, int? Order, DateOnly? From, DateOnly? To, IReadOnlyList<string> Predecessors, DateOnly? RenamedFrom, string? Basis);
