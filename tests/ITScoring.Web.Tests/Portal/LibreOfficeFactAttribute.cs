namespace ITScoring.Web.Tests.Portal;

/// <summary>A test that needs an installed LibreOffice: skipped without one, or a failure when it is required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    /// <param name="writer">Whether the test opens a Word file.</param>
    public LibreOfficeFactAttribute(bool writer = false)
    {
        // With the switch set the test runs, and fails with the sentence that says how to install it.
        if ((LibreOffice.Path is null || (writer && !LibreOffice.HasWriter)) && !LibreOffice.IsRequired)
            Skip = LibreOffice.HowToInstall;
    }
}
