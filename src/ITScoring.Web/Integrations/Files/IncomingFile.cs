namespace ITScoring.Web.Integrations.Files;

/// <summary>A file that came in and lies under a temporary name. Unless it is kept it is gone when this is disposed of.</summary>
public sealed class IncomingFile(string path, string sha256, long size, bool isTooLarge) : IDisposable
{
    /// <summary>Lower-case hexadecimal; empty when too large.</summary>
    public string Sha256 { get; } = sha256;

    /// <summary>In bytes; of one that is too large what had come when that was seen.</summary>
    public long Size { get; } = size;

    /// <summary>More than allowed; nothing of it was kept.</summary>
    public bool IsTooLarge { get; } = isTooLarge;

    internal string TemporaryPath { get; } = path;

    /// <summary>Its content, to be looked at.</summary>
    public FileStream OpenRead() => new(TemporaryPath, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    public void Dispose() => Discard(TemporaryPath);

    /// <summary>What cannot be deleted now is left for the sweep.</summary>
    internal static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
