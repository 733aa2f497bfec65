namespace ITScoring.Web.Reports;

/// <summary>A column of a sheet of a criteria set's workbook.</summary>
/// <param name="Key">The key of the format, or a name of its own where the column is no key.</param>
/// <param name="Hint">Stands under the heading.</param>
/// <param name="Words">Of <see cref="SetSheetKind.Word"/>.</param>
/// <param name="From">Sheet whose codes the cells name, for a dropdown; null: none.</param>
internal sealed record SetSheetColumn(string Key, string Heading, string Hint, double Width, SetSheetKind Kind, SetSheetWords? Words = null, string? From = null);
