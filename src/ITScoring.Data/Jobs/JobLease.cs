using ITScoring.Domain;

namespace ITScoring.Data.Jobs;

/// <summary>
/// A job that runs again and again, in one process at a time: whoever writes its name here first has it until the lease ends. Times are UTC.
/// </summary>
public sealed class JobLease : IVersioned
{
    private JobLease()
    {
    }

    public JobLease(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Not before this the job runs again; null: it never ran.</summary>
    public DateTime? NextRunAt { get; private set; }

    /// <summary>Null: nobody runs it.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>The process that has it.</summary>
    public string? LeasedBy { get; private set; }

    /// <summary>Failed runs since the last good one.</summary>
    public int Failures { get; private set; }

    public DateTime? LastRunAt { get; private set; }

    public string? LastProblem { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes the job if it is due and nobody has it; a lease that ran out belongs to nobody.</summary>
    public bool Take(string by, DateTime now, TimeSpan length)
    {
        if (NextRunAt > now || LeasedUntil > now)
            return false;
        (LeasedBy, LeasedUntil) = (by, now + length);
        return true;
    }

    /// <summary>Keeps the job for longer; false when somebody else has it by now.</summary>
    public bool Renew(string by, DateTime now, TimeSpan length)
    {
        if (LeasedBy != by)
            return false;
        LeasedUntil = now + length;
        return true;
    }

    /// <summary>Gives the job back after a run.</summary>
    /// <param name="problem">Null: it went well.</param>
    public void End(string by, DateTime now, DateTime next, string? problem)
    {
        if (LeasedBy != by)
            return;
        (LeasedBy, LeasedUntil, LastRunAt, NextRunAt, LastProblem) = (null, null, now, next, problem);
        Failures = problem is null ? 0 : Failures + 1;
    }
}
