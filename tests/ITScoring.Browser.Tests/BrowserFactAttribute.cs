using ITScoring.Web.Tests.Portal;

namespace ITScoring.Browser.Tests;

/// <summary>A test that needs an installed browser: skipped without one, or a failure when browsers are required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private bool _needsLibreOffice;

    public BrowserFactAttribute()
    {
        // With the switch set the test runs, and its fixture fails with the sentence that says how to install a browser.
        if (InstalledBrowser.Path is null && !InstalledBrowser.IsRequired)
            Skip = InstalledBrowser.HowToInstall;
    }

    /// <summary>Whether the test also needs LibreOffice; the same holds for it.</summary>
    public bool NeedsLibreOffice
    {
        get => _needsLibreOffice;
        set
        {
            _needsLibreOffice = value;
            if (value && LibreOffice.Path is null && !LibreOffice.IsRequired)
                Skip ??= LibreOffice.HowToInstall;
        }
    }
}
