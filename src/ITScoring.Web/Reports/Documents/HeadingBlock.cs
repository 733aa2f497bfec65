namespace ITScoring.Web.Reports.Documents;

/// <summary>A heading; it never stands at the foot of a page alone.</summary>
/// <param name="Level">1 for a chapter, 2 below it.</param>
/// <param name="IsFlush">Begins at the margin, above tables; else as paragraphs do.</param>
public sealed record HeadingBlock(string Text, int Level = 1, bool IsFlush = false) : DocumentBlock;
