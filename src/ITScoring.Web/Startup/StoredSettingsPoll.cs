namespace ITScoring.Web.Startup;

/// <summary>Looks twice a minute whether another process has changed a setting.</summary>
public sealed class StoredSettingsPoll(StoredSettings settings, ILogger<StoredSettingsPoll> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, stoppingToken);
                try
                {
                    await settings.RefreshAsync(stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    // The database may come back; what is known goes on counting.
                    log.LogWarning(e, "Settings could not be looked up");
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }
}
