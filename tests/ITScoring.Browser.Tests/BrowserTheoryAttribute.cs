namespace ITScoring.Browser.Tests;

/// <summary>As <see cref="BrowserFactAttribute"/>, for theories.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (InstalledBrowser.Path is null && !InstalledBrowser.IsRequired)
            Skip = InstalledBrowser.HowToInstall;
    }
}
