namespace ITScoring.Web.Reports.Documents;

/// <summary>A paragraph.</summary>
public sealed record ParagraphBlock(string Text, ParagraphKind Kind = ParagraphKind.Body) : DocumentBlock;
