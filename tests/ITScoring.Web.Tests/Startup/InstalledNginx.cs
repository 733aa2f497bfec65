namespace ITScoring.Web.Tests.Startup;

/// <summary>The nginx of this machine.</summary>
internal static class InstalledNginx
{
    public const string HowToInstall = "nginx was not found. Install it (Debian: apt-get install nginx); with ITSCORING_TEST_REQUIRE_NGINX=1 this is a failure.";

    public static string? Path { get; } = new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx" }.FirstOrDefault(File.Exists);

    public static bool IsRequired => Environment.GetEnvironmentVariable("ITSCORING_TEST_REQUIRE_NGINX") == "1";
}
