namespace ITScoring.Domain.Files;

/// <summary>
/// The content of a file of an agency, once for all the places that use it; its bytes lie in the file store under the
/// hash. Names belong to the evidence that refers to it. The row stays when the bytes were deleted because nothing used
/// them any more: evidence that was removed still tells what it was.
/// </summary>
public sealed class StoredFile
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private StoredFile()
    {
    }

    /// <param name="sha256">Lower-case hexadecimal.</param>
    /// <param name="size">In bytes.</param>
    /// <param name="willBeScanned">Whether a virus scanner is set up.</param>
    public StoredFile(int agencyId, string sha256, long size, FileKind kind, int by, DateTime now, bool willBeScanned)
    {
        if (sha256.Length != 64 || size <= 0)
            throw new ArgumentException("A file has content and its hash.");
        (AgencyId, Sha256, Size, Kind, UploadedById, UploadedAt, LastUsedAt) = (agencyId, sha256, size, kind, by, now, now);
        Scan = willBeScanned ? ScanState.Pending : ScanState.NotScanned;
        NextScanAt = now;
    }

    public int Id { get; private set; }

    public int AgencyId { get; private set; }

    /// <summary>Lower-case hexadecimal SHA-256 of the content; one row of an agency for each.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    public FileKind Kind { get; private set; }

    /// <summary>Who sent it first.</summary>
    public int UploadedById { get; private set; }

    public DateTime UploadedAt { get; private set; }

    /// <summary>When it was last sent or chosen; its bytes are left alone for a day after.</summary>
    public DateTime LastUsedAt { get; private set; }

    public ScanState Scan { get; private set; }

    /// <summary>Vain attempts to have it scanned since the last answer.</summary>
    public int ScanTries { get; private set; }

    /// <summary>When the scanner is asked next, unless it has answered.</summary>
    public DateTime NextScanAt { get; private set; }

    public DateTime? ScannedAt { get; private set; }

    /// <summary>The scanner's name of what it found.</summary>
    public string? Malware { get; private set; }

    /// <summary>When the bytes were deleted because nothing used them.</summary>
    public DateTime? DeletedAt { get; private set; }

    /// <summary>Whether the bytes may be handed to a reader.</summary>
    public bool IsServed => DeletedAt is null && Scan != ScanState.Infected;

    /// <summary>The same content was sent or chosen again.</summary>
    /// <param name="willBeScanned">Whether a virus scanner is set up.</param>
    public void UseAgain(DateTime now, bool willBeScanned)
    {
        LastUsedAt = now;
        if (DeletedAt is null)
            return;
        DeletedAt = null;
        (Scan, ScanTries, NextScanAt, ScannedAt) = (willBeScanned ? ScanState.Pending : ScanState.NotScanned, 0, now, null);
    }

    public void MarkClean(DateTime now) => (Scan, ScanTries, ScannedAt, Malware) = (ScanState.Clean, 0, now, null);

    /// <param name="malware">The scanner's name of it.</param>
    public void MarkInfected(string malware, DateTime now) => (Scan, ScanTries, ScannedAt, Malware) = (ScanState.Infected, 0, now, malware);

    /// <summary>The scanner gave no answer: it is asked again after 1, 2, 4, … minutes, at most an hour.</summary>
    public void MarkNotScanned(DateTime now)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(ScanTries, 10)));
        (Scan, ScanTries, NextScanAt) = (ScanState.Failed, ScanTries + 1, now + (wait < LongestWait ? wait : LongestWait));
    }
}
