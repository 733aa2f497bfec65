namespace ITScoring.Web.Practice;

/// <summary>The practice site, and where the real one finds it (section <c>Practice</c>).</summary>
public sealed class PracticeOptions
{
    public const string Section = "Practice";

    /// <summary>Whether this process is the practice site; the command <c>practice</c> sets it.</summary>
    public bool Enabled { get; set; }

    /// <summary>Everything the practice site writes; relative paths start at the content root.</summary>
    public string Folder { get; set; } = "App_Data/practice";

    /// <summary>Where it listens unless <c>--urls</c> says otherwise: never where the environment sends the real site.</summary>
    public string Listen { get; set; } = "http://localhost:5081";

    /// <summary>What people must type to come in; empty: nothing. For a practice site that strangers can reach.</summary>
    public string AccessCode { get; set; } = "";

    /// <summary>On the real site: the address of the practice site, shown as a link; empty: there is none.</summary>
    public string Address { get; set; } = "";

    /// <summary>The same before there are services.</summary>
    public static PracticeOptions Of(IConfiguration configuration) => configuration.GetSection(Section).Get<PracticeOptions>() ?? new();
}
