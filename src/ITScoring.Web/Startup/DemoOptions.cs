namespace ITScoring.Web.Startup;

/// <summary>Whether the first start plays the demonstration data (section <c>Demo</c>).</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>On in Development, off elsewhere.</summary>
    public bool Enabled { get; set; }
}
