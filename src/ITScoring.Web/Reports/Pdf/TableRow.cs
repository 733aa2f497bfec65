namespace ITScoring.Web.Reports.Pdf;

/// <summary>A row of a table.</summary>
/// <param name="Cells">One for each column, or a single one across all: a heading within the table.</param>
public sealed record TableRow(params IReadOnlyList<string> Cells);
