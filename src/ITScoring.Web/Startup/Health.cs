using ITScoring.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>What balancers ask: <c>/health/live</c> whether the process answers, <c>/health/ready</c> whether people may be sent to it.</summary>
public static class Health
{
    public static readonly PathString Root = "/health";

    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddOptions<DrainOptions>().BindConfiguration(DrainOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Drain>();
        services.AddHostedService(s => s.GetRequiredService<Drain>());
        services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>, IHostEnvironment>((o, drain, environment) =>
            o.ShutdownTimeout = TimeSpan.FromSeconds(Drain.SecondsOf(drain.Value, environment)) + Drain.ForRequests);
        services.AddHealthChecks()
            .AddDbContextCheck<AppDbContext>("database", tags: [Ready])
            .AddCheck<FileStoreHealth>("files", tags: [Ready])
            .AddCheck<Drain>("draining", tags: [Ready]);
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks($"{Root}/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks($"{Root}/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
