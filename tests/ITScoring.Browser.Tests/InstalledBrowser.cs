using System.Runtime.InteropServices;

namespace ITScoring.Browser.Tests;

/// <summary>Finds a Chromium, Chrome or Edge that is installed on this machine.</summary>
public static class InstalledBrowser
{
    public const string HowToInstall =
        "No Chromium, Chrome or Edge was found. Install one (Debian, Ubuntu: apt-get install chromium fonts-liberation2; Windows has Edge; "
        + "macOS: brew install --cask google-chrome) or set ITSCORING_TEST_BROWSER to the path of its executable.";

    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/usr/bin/microsoft-edge",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Path of the executable, or null when none is installed.</summary>
    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("ITSCORING_TEST_BROWSER") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    /// <summary>Whether a missing browser is a failure instead of a skip.</summary>
    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable("ITSCORING_TEST_REQUIRE_BROWSER") == "1";

    /// <summary>Root has no user namespace to build Chromium's sandbox in; the rest keeps the browser off the network.</summary>
    public static string[] Arguments { get; } =
    [
        .. RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];
}
