namespace ITScoring.Web.Files;

/// <summary>One line of a ZIP's central directory.</summary>
/// <param name="Method">0 stored, 8 deflated, else something that is not read here.</param>
/// <param name="Size">Declared size unpacked.</param>
/// <param name="Offset">Of the local header.</param>
internal sealed record ZipPart(string Name, bool IsEncrypted, int Method, long PackedSize, long Size, long Offset)
{
    public bool IsFolder => Name.EndsWith('/');
}
