using System.Diagnostics;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Jobs;

/// <summary>Runs the jobs that are due and that no other process has.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, JobLeases leases, PortalMeters meters, ILogger<JobRunner> log)
{
    private static readonly TimeSpan AfterProblem = TimeSpan.FromMinutes(5);

    /// <summary>Runs each job that is due once; one that fails keeps none of the others from running.</summary>
    /// <returns>Names of the jobs that ran.</returns>
    public async Task<IReadOnlyList<string>> RunDueAsync(CancellationToken cancel = default)
    {
        var ran = new List<string>();
        await using var scope = scopes.CreateAsyncScope();
        foreach (var job in scope.ServiceProvider.GetServices<Job>())
        {
            if (await RunAsync(job, cancel))
                ran.Add(job.Name);
        }

        return ran;
    }

    private async Task<bool> RunAsync(Job job, CancellationToken cancel)
    {
        if (!await leases.TakeAsync(job.Name, cancel))
            return false;
        string? problem = null;
        var began = Stopwatch.GetTimestamp();
        try
        {
            await job.RunAsync(() => leases.KeepAsync(job.Name, cancel), cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // Its kind only: the text may quote what people entered. The log has the rest.
            problem = e.GetType().Name;
            log.LogError(e, "Job {Job} failed", job.Name);
        }

        meters.JobRan(job.Name, Stopwatch.GetElapsedTime(began), problem is not null);
        await leases.EndAsync(job.Name, problem is null ? job.Every : AfterProblem, problem, CancellationToken.None);
        return true;
    }
}
