using ITScoring.Web.Integrations.Files;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ITScoring.Web.Startup;

/// <summary>Whether a file could be stored just now.</summary>
public sealed class FileStoreHealth(IFileStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (FileStoreProblem problem)
        {
            return HealthCheckResult.Unhealthy("The file store cannot be written.", problem);
        }
    }
}
