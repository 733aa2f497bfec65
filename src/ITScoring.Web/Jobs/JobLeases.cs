using ITScoring.Data;
using ITScoring.Data.Jobs;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Jobs;

/// <summary>Takes, keeps and gives back jobs, by updates that only one of two processes can save.</summary>
public sealed class JobLeases(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Longer than any one act between two renewals may take.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    private readonly string _process = $"{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Whether the job is due and ours now.</summary>
    public Task<bool> TakeAsync(string name, CancellationToken cancel) => ChangeAsync(name, lease => lease.Take(_process, clock.UtcNow(), Length), cancel);

    public Task<bool> KeepAsync(string name, CancellationToken cancel) => ChangeAsync(name, lease => lease.Renew(_process, clock.UtcNow(), Length), cancel);

    /// <param name="problem">Null: the run went well.</param>
    public Task EndAsync(string name, TimeSpan pause, string? problem, CancellationToken cancel) => ChangeAsync(name, lease =>
    {
        var now = clock.UtcNow();
        lease.End(_process, now, now + pause, problem);
        return true;
    }, cancel);

    private async Task<bool> ChangeAsync(string name, Func<JobLease, bool> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var lease = await db.JobLeases.FirstOrDefaultAsync(j => j.Name == name, cancel);
        if (lease is null)
        {
            lease = new JobLease(name);
            db.JobLeases.Add(lease);
        }

        if (!change(lease))
            return false;
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
