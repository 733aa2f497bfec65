namespace ITScoring.Web.Files.Signatures;

/// <summary>A value of a PDF dictionary by its place in the file.</summary>
/// <param name="Start">Of its first byte, e.g. of the <c>&lt;</c> of a hexadecimal string.</param>
/// <param name="End">After its last byte.</param>
/// <param name="Items">Of an array; else empty.</param>
internal sealed record PdfValue(PdfValueKind Kind, int Start, int End, IReadOnlyList<PdfValue> Items);
