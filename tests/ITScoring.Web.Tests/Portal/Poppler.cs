using System.Diagnostics;

namespace ITScoring.Web.Tests.Portal;

/// <summary>The PDF tools of Poppler that are installed on this machine: another reader than the library that wrote the documents.</summary>
internal static class Poppler
{
    public const string HowToInstall =
        "No pdffonts and pdftotext were found. Install Poppler's tools (Debian, Ubuntu: apt-get install poppler-utils) or set ITSCORING_TEST_POPPLER to the folder of its programs.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Folder of the programs, or null when they are not installed.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("ITSCORING_TEST_POPPLER") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(f => Has(f, "pdffonts") && Has(f, "pdftotext"));

    /// <summary>Whether missing tools are a failure instead of a skip.</summary>
    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable("ITSCORING_TEST_REQUIRE_POPPLER") == "1";

    /// <summary>Runs a tool on a document.</summary>
    /// <param name="arguments">In them <c>FILE</c> stands for the document.</param>
    /// <returns>What it wrote to standard output; it must write nothing to standard error, for there it complains of the document.</returns>
    public static async Task<string> RunAsync(byte[] pdf, string tool, params string[] arguments)
    {
        Assert.True(Folder is not null, HowToInstall);
        var file = Path.Combine(Path.GetTempPath(), $"itscoring-{Guid.NewGuid():N}.pdf");
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            var start = new ProcessStartInfo(Path.Combine(Folder, tool)) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument.Replace("FILE", file, StringComparison.Ordinal));
            using var process = Process.Start(start)!;
            using var patience = new CancellationTokenSource(Patience);
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            Assert.Equal((tool, 0, ""), (tool, process.ExitCode, said[1]));
            return said[0];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool Has(string folder, string tool) => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe"));
}
