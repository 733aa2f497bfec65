using System.Diagnostics;

namespace ITScoring.Web.Tests.Portal;

/// <summary>A LibreOffice that is installed on this machine, without a window.</summary>
internal static class LibreOffice
{
    public const string HowToInstall =
        "No LibreOffice was found. Install it (Debian, Ubuntu: apt-get install --no-install-recommends libreoffice-calc libreoffice-writer) or set ITSCORING_TEST_LIBREOFFICE to the path of soffice.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Path of the executable, or null when none is installed.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("ITSCORING_TEST_LIBREOFFICE") is { Length: > 0 } named
        ? named
        : new[] { "/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/lib/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe" }.FirstOrDefault(File.Exists);

    /// <summary>Whether it opens Word files, too: its parts are installed one by one.</summary>
    public static bool HasWriter { get; } = Path is not null
        && new[] { "libswlo.so", "swlo.dll", "../Frameworks/libswlo.dylib" }.Any(f => File.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(File.ResolveLinkTarget(Path, returnFinalTarget: true)?.FullName ?? Path)!, f)));

    /// <summary>Whether a missing LibreOffice is a failure instead of a skip.</summary>
    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable("ITSCORING_TEST_REQUIRE_LIBREOFFICE") == "1";

    /// <summary>Opens a document and saves it as another kind.</summary>
    /// <param name="from">Ending of its name, e.g. xlsx.</param>
    /// <param name="to">E.g. fods: the whole document as one XML file.</param>
    public static async Task<byte[]> ConvertAsync(byte[] document, string from, string to)
    {
        Assert.True(Path is not null, HowToInstall);
        var folder = Directory.CreateTempSubdirectory("itscoring-office-").FullName;
        try
        {
            await File.WriteAllBytesAsync(System.IO.Path.Combine(folder, "phieu." + from), document);
            var start = new ProcessStartInfo(Path) { RedirectStandardOutput = true, RedirectStandardError = true };
            // A profile of its own, so that two runs at once do not hand over to each other.
            foreach (var argument in new[] { $"-env:UserInstallation={new Uri(System.IO.Path.Combine(folder, "profile"))}", "--headless", "--norestore", "--convert-to", to, "--outdir", System.IO.Path.Combine(folder, "out"), System.IO.Path.Combine(folder, "phieu." + from) })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            using var patience = new CancellationTokenSource(Patience);
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            var result = System.IO.Path.Combine(folder, "out", "phieu." + to);
            Assert.True(File.Exists(result), $"LibreOffice wrote no {to}: {string.Join('\n', said)}");
            return await File.ReadAllBytesAsync(result);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
