using ITScoring.Web.Integrations.Scanning;

namespace ITScoring.Web.Tests.Files;

/// <summary>A scanner that finds malware in what holds a word, and can be switched off.</summary>
internal sealed class FakeScanner(string word) : IVirusScanner
{
    private int _asked;

    public bool IsConfigured { get; set; } = true;

    public bool IsDown { get; set; }

    public int Asked => _asked;

    public async Task<ScanAnswer> ScanAsync(Stream content, CancellationToken cancel)
    {
        Interlocked.Increment(ref _asked);
        if (IsDown)
            throw new IOException("The scanner is down.");
        using var reader = new StreamReader(content);
        return new ScanAnswer((await reader.ReadToEndAsync(cancel)).Contains(word, StringComparison.Ordinal) ? "Thử.Mã-độc" : null);
    }
}
