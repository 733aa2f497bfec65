namespace ITScoring.Web.Jobs;

/// <summary>Work that is done again and again, in one process at a time. A run works off what is due and ends.</summary>
public abstract class Job
{
    /// <summary>In the table of leases; never changed once used.</summary>
    public abstract string Name { get; }

    /// <summary>From the end of a good run to the next.</summary>
    public abstract TimeSpan Every { get; }

    /// <param name="keep">Makes the lease longer; false: another process has the job by now, stop. To be asked before every act that must not be done twice.</param>
    public abstract Task RunAsync(Func<Task<bool>> keep, CancellationToken cancel);
}
