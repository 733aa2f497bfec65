namespace ITScoring.Web.Tests.Files;

/// <summary>A test that needs a real ClamAV daemon: skipped without one, or a failure when it is required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClamdTheoryAttribute : TheoryAttribute
{
    public ClamdTheoryAttribute()
    {
        if (InstalledClamd.Path is null && !InstalledClamd.IsRequired)
            Skip = InstalledClamd.HowToInstall;
    }
}
