namespace ITScoring.Web.Reports.Documents;

/// <summary>The end of a document: where it goes to on the left, or a second signature, and who signs on the right.</summary>
/// <param name="Recipients">Nơi nhận; empty: none.</param>
public sealed record SignatureBlock(IReadOnlyList<string> Recipients, Signer? Left, Signer Right) : DocumentBlock;
