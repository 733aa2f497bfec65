namespace ITScoring.Web.Startup;

/// <summary>The services of the feature folders: one line each, in alphabetical order.</summary>
public static class Features
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<DemoNotice>();
    }
}
