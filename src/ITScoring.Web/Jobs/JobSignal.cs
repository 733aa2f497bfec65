namespace ITScoring.Web.Jobs;

/// <summary>Wakes <see cref="JobService"/> of this process before its time, when somebody waits for what a job does.</summary>
public sealed class JobSignal
{
    private readonly SemaphoreSlim _asked = new(0, 1);

    public void Wake()
    {
        try
        {
            _asked.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>Ends when somebody asked, or after the pause.</summary>
    public Task WaitAsync(TimeSpan pause, CancellationToken cancel) => _asked.WaitAsync(pause, cancel);
}
