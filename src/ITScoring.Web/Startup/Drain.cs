using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>
/// A site that is told to end first says so by <c>/health/ready</c> and goes on serving for <c>Drain:Seconds</c>, so that a balancer sends nobody into a closed port;
/// then the server stops taking requests and finishes those that run.
/// </summary>
public sealed class Drain(IOptions<DrainOptions> options, IHostEnvironment environment, ILogger<Drain> log) : IHostedLifecycleService, IHealthCheck
{
    /// <summary>For requests that still run when the port is closed.</summary>
    public static readonly TimeSpan ForRequests = TimeSpan.FromSeconds(30);

    private volatile bool _isDraining;

    public bool IsDraining => _isDraining;

    public static int SecondsOf(DrainOptions options, IHostEnvironment environment) => options.Seconds ?? (environment.IsDevelopment() ? 0 : 5);

    /// <summary>Before any service of the site is stopped, the server included.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isDraining = true;
        var seconds = SecondsOf(options.Value, environment);
        if (seconds == 0)
            return;
        log.LogInformation("Told to end: not ready any more, closes in {Seconds} s", seconds);
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isDraining ? HealthCheckResult.Unhealthy("The site is about to end.") : HealthCheckResult.Healthy());

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
