namespace ITScoring.Domain.Files;

/// <summary>What is known of each kind of file.</summary>
public static class FileKinds
{
    /// <summary>All kinds as one reads them out: what an upload may be.</summary>
    public const string Taken = "PDF, DOCX, XLSX, PNG, JPEG hoặc ZIP";

    /// <summary>PDF</summary>
    public static string Name(this FileKind kind) => kind.ToString().ToUpperInvariant();

    /// <summary>Whether browsers show it by themselves; everything else is only handed out.</summary>
    public static bool IsShown(this FileKind kind) => kind is FileKind.Pdf or FileKind.Png or FileKind.Jpeg;

    public static bool IsPicture(this FileKind kind) => kind is FileKind.Png or FileKind.Jpeg;

    /// <summary>The media type under which it is served.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Zip => "application/zip",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The name under which it is handed out: the original one, with an ending that fits the content.</summary>
    public static string NameFor(this FileKind kind, string name)
    {
        string[] endings = kind == FileKind.Jpeg ? [".jpg", ".jpeg", ".jpe", ".jfif"] : ["." + kind.ToString().ToLowerInvariant()];
        return endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? name : name + endings[0];
    }
}
