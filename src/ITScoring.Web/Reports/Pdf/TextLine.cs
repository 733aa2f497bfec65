namespace ITScoring.Web.Reports.Pdf;

/// <summary>A line of a broken text.</summary>
/// <param name="IsLast">Of its paragraph.</param>
public readonly record struct TextLine(string Text, bool IsLast);
