namespace ITScoring.Domain.Files;

/// <summary>What the virus check says of a file.</summary>
public enum ScanState
{
    /// <summary>No scanner was set up when the file came.</summary>
    NotScanned,

    /// <summary>Waits for the scanner.</summary>
    Pending,

    Clean,

    /// <summary>Quarantined, never served.</summary>
    Infected,

    /// <summary>The scanner could not be asked or could not answer; tried again later.</summary>
    Failed,
}
