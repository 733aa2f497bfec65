namespace ITScoring.Web.Reports.Documents;

/// <summary>Pages of one direction.</summary>
public sealed record DocumentPart(IReadOnlyList<DocumentBlock> Blocks, bool IsLandscape = false);
