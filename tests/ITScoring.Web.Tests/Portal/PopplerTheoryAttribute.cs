namespace ITScoring.Web.Tests.Portal;

/// <summary>A test that needs Poppler's tools: skipped without them, or a failure when they are required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute()
    {
        // With the switch set the test runs, and fails with the sentence that says how to install them.
        if (Poppler.Folder is null && !Poppler.IsRequired)
            Skip = Poppler.HowToInstall;
    }
}
