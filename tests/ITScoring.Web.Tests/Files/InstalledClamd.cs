namespace ITScoring.Web.Tests.Files;

/// <summary>The ClamAV daemon of this machine.</summary>
internal static class InstalledClamd
{
    public const string HowToInstall = "clamd was not found. Install it (Debian: apt-get install clamav-daemon); with ITSCORING_TEST_REQUIRE_CLAMD=1 this is a failure.";

    public static string? Path { get; } = new[] { "/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd" }.FirstOrDefault(File.Exists);

    public static bool IsRequired => Environment.GetEnvironmentVariable("ITSCORING_TEST_REQUIRE_CLAMD") == "1";
}
