using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Domain.Notices;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Startup;

/// <summary>Counts twice a minute what waits, for the gauges; runs only where metrics are sent.</summary>
public sealed class QueueWatch(IServiceScopeFactory scopes, PortalMeters meters, ILogger<QueueWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await CountAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A gauge that stands still would lie; without a value it is not sent.
                (meters.MailsWaiting, meters.ScansWaiting) = (null, null);
                log.LogWarning("What waits could not be counted ({Problem})", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CountAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        meters.MailsWaiting = await db.Notices.CountAsync(n => n.Mail == MailState.Waiting, cancel);
        meters.ScansWaiting = await db.StoredFiles.CountAsync(f => f.DeletedAt == null && (f.Scan == ScanState.Pending || f.Scan == ScanState.Failed), cancel);
    }
}
