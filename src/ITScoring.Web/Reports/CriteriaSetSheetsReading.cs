namespace ITScoring.Web.Reports;

/// <summary>What a criteria set's workbook came to.</summary>
/// <param name="Json">The set in its format, UTF-8; null when the workbook holds something that has no place in a set.</param>
/// <param name="Problems">Everything wrong, of cells and of the set, in the order of sheets, rows and columns; empty: the set is whole.</param>
public sealed record CriteriaSetSheetsReading(byte[]? Json, IReadOnlyList<SheetProblem> Problems)
{
    /// <summary>Whether the set could be put in force.</summary>
    public bool IsWhole => Problems.Count == 0;
}
