namespace ITScoring.Web.Reports.Sheets;

/// <summary>A column of a data sheet.</summary>
/// <param name="Key">Its name for programs, as in CSV.</param>
/// <param name="Heading">Its name for people.</param>
/// <param name="Width">In letters of the font.</param>
/// <param name="Meaning">For the data dictionary.</param>
public sealed record DataColumn(string Key, string Heading, DataKind Kind, double Width, string Meaning = "");
