namespace ITScoring.Web.Reports.Pdf;

/// <summary>A column of a table.</summary>
/// <param name="Share">Of the table's width, relative to the other columns.</param>
public sealed record TableColumn(string Heading, double Share, TextAlign Align = TextAlign.Left);
