using ITScoring.Web.Reports.Pdf;

namespace ITScoring.Web.Reports.Documents;

/// <summary>A table whose head stands again on every page.</summary>
/// <param name="Size">Of its letters, in points.</param>
public sealed record TableBlock(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, double Size = 11) : DocumentBlock;
