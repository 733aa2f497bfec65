namespace ITScoring.Web.Reports;

/// <summary>How far the writing of a document is, told by the thread that writes and read by another.</summary>
public sealed class WritingProgress
{
    private readonly Lock _lock = new();
    private (int Done, int Total) _now;

    /// <summary>Parts written and parts in all; 0 of 0 before the writing begins.</summary>
    public (int Done, int Total) Now
    {
        get
        {
            lock (_lock)
                return _now;
        }
    }

    public void Begin(int total)
    {
        lock (_lock)
            _now = (0, total);
    }

    public void Step()
    {
        lock (_lock)
            _now = (Math.Min(_now.Done + 1, _now.Total), _now.Total);
    }
}
