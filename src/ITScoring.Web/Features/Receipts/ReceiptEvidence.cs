namespace ITScoring.Web.Features.Receipts;

/// <summary>A document that was handed in with an answer.</summary>
/// <param name="Text">Citation, address or name in one line.</param>
/// <param name="Sha256">Of a file's content, lower-case hexadecimal; null: no file was handed in.</param>
public sealed record ReceiptEvidence(string Text, string? Sha256 = null);
