namespace ITScoring.Web.Integrations.Scanning;

/// <summary>What the scanner says of a file.</summary>
/// <param name="Malware">Its name of what it found; null: clean.</param>
public sealed record ScanAnswer(string? Malware);
