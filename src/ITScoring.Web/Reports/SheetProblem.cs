namespace ITScoring.Web.Reports;

/// <summary>One thing wrong with a criteria set's workbook, at its place.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Cell">E.g. <c>F12</c>; empty: the whole sheet.</param>
/// <param name="Message">Vietnamese: what is wrong and how to mend it.</param>
/// <param name="LosesContent">
/// Whether the workbook cannot be taken over before it is mended, since something in it has no place in a set. False: the cells are understood, and
/// it is the set that is not whole yet, as in a draft.
/// </param>
public sealed record SheetProblem(string Sheet, string Cell, string Message, bool LosesContent)
{
    /// <summary>One line: sheet, cell, message.</summary>
    public override string ToString() => Cell.Length == 0 ? $"Trang “{Sheet}”: {Message}" : $"Trang “{Sheet}”, ô {Cell}: {Message}";
}
