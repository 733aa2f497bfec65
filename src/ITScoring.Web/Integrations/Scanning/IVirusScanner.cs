namespace ITScoring.Web.Integrations.Scanning;

/// <summary>A virus scanner outside the program.</summary>
public interface IVirusScanner
{
    /// <summary>Whether there is one; without it files are marked as not scanned and everything else works.</summary>
    bool IsConfigured { get; }

    /// <exception cref="IOException">It could not be asked, or gave no answer.</exception>
    Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancel);
}
