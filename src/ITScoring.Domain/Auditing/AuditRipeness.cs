namespace ITScoring.Domain.Auditing;

/// <summary>
/// Which rows can be sealed: those below which no row can appear any more. A row's number is given when it is written, but others see it only when its
/// transaction ends, so one with a lower number may still be on its way.
/// </summary>
public static class AuditRipeness
{
    /// <summary>A transaction of the portal lasts less than this.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);

    /// <summary>Behind a missing number more time must pass: it is then one of a transaction that was rolled back, and not of one that still runs.</summary>
    public static readonly TimeSpan WaitBehindGap = TimeSpan.FromMinutes(10);

    /// <param name="lastSealed">Number of the last sealed row; 0: none.</param>
    /// <param name="rows">Those behind it, by their numbers.</param>
    /// <returns>How many from the first on can be sealed.</returns>
    public static int Count(long lastSealed, IReadOnlyList<AuditEntry> rows, DateTime now)
    {
        var (count, expected) = (0, lastSealed + 1);
        foreach (var row in rows)
        {
            if (row.At > now - (row.Id == expected ? Wait : WaitBehindGap))
                break;
            count++;
            expected = row.Id + 1;
        }

        return count;
    }
}
