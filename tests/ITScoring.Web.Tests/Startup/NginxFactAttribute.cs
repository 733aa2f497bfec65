namespace ITScoring.Web.Tests.Startup;

/// <summary>A test that needs a real nginx: skipped without one, or a failure when it is required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute()
    {
        if (InstalledNginx.Path is null && !InstalledNginx.IsRequired)
            Skip = InstalledNginx.HowToInstall;
    }
}
