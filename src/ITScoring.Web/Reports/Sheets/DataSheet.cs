namespace ITScoring.Web.Reports.Sheets;

/// <summary>A table of data, written as a sheet of a workbook, of an OpenDocument spreadsheet, or as CSV, with the same digits everywhere.</summary>
/// <param name="Name">Of the sheet, at most 31 letters.</param>
/// <param name="Title">Stands above the table.</param>
/// <param name="Rows">A cell is a string, an int, a decimal, a <see cref="DateOnly"/> or null, as its column says.</param>
/// <param name="Fixed">Columns that stay in sight.</param>
public sealed record DataSheet(string Name, string Title, IReadOnlyList<DataColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, int Fixed = 2);
