using ITScoring.Web.Integrations.Scanning;

namespace ITScoring.Web.Files;

/// <summary>Works beside the site: scans what waits every few seconds, sweeps every hour. What fails is tried again in the next round.</summary>
public sealed class FileCare(IServiceScopeFactory scopes, IVirusScanner scanner, ILogger<FileCare> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round);
        var (sinceSweep, first) = (BetweenSweeps - TimeSpan.FromMinutes(1), true);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (first || scanner.IsConfigured)
                await TryAsync("scan", s => s.GetRequiredService<FileChecks>().RunAsync(stoppingToken), stoppingToken);
            first = false;
            if ((sinceSweep += Round) < BetweenSweeps)
                continue;
            sinceSweep = TimeSpan.Zero;
            await TryAsync("sweep", s => s.GetRequiredService<FileSweep>().RunAsync(stoppingToken), stoppingToken);
        }
    }

    private async Task TryAsync(string work, Func<IServiceProvider, Task> act, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            // The site goes on without it.
            log.LogError(e, "The {Work} of files failed", work);
        }
    }
}
