namespace ITScoring.Web.Startup;

/// <summary>How often one network address may ask for what is dear (section <c>RateLimits</c>).</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Tries to sign in; an office behind one address still gets in on the first morning.</summary>
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Result packages that are sent to be checked: each is computed again.</summary>
    public int PackageChecksPerMinute { get; set; } = 10;
}
