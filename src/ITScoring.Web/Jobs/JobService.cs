namespace ITScoring.Web.Jobs;

/// <summary>Looks for due jobs while the site runs. Off with <c>Jobs:Enabled=false</c>, when another process does them.</summary>
public sealed class JobService(JobRunner runner, JobSignal signal, IConfiguration configuration, ILogger<JobService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Jobs:Enabled", true))
            return;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await signal.WaitAsync(Pause, stoppingToken);
                try
                {
                    await runner.RunDueAsync(stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    // The database may come back; the site goes on meanwhile.
                    log.LogError(e, "Jobs could not be looked for");
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }
}
