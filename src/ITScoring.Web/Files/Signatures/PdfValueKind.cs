namespace ITScoring.Web.Files.Signatures;

/// <summary>The kinds of values that are told apart in a signature dictionary.</summary>
internal enum PdfValueKind
{
    Name,
    Number,
    Text,
    Hex,
    Array,
    Dictionary,

    /// <summary>A reference or a keyword: nothing that a signature's own entries may be.</summary>
    Other,
}
