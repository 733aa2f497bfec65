namespace ITScoring.Domain.Files;

/// <summary>The kinds of files that are taken as evidence. What a file is follows from its content, never from its name.</summary>
public enum FileKind
{
    Pdf,

    /// <summary>Word without macros.</summary>
    Docx,

    /// <summary>Excel without macros.</summary>
    Xlsx,

    Png,

    Jpeg,

    /// <summary>A ZIP without executables and without encryption.</summary>
    Zip,
}
