namespace ITScoring.Domain.Auditing;

/// <summary>That the rows of a sealed block were deleted on purpose, because they were older than they are kept. The block itself stays. Only ever added.</summary>
public sealed class AuditDrop
{
    /// <summary>Nobody drops rows that are younger than this.</summary>
    public const int LeastMonths = 12;

    public const int MostMonths = 1200;

    private AuditDrop()
    {
    }

    /// <exception cref="ArgumentException">The block is not that old.</exception>
    public AuditDrop(AuditSeal seal, int keepMonths, DateTime now)
    {
        if (!IsDue(seal.SealedAt, keepMonths, now))
            throw new ArgumentException($"Block {seal.Number} was sealed less than {keepMonths} months ago, or less than {LeastMonths} months are to be kept.", nameof(seal));
        (SealNumber, KeepMonths, DroppedAt) = (seal.Number, keepMonths, now);
    }

    public int Id { get; private set; }

    public int SealNumber { get; private set; }

    /// <summary>For how long rows were kept when these were dropped.</summary>
    public int KeepMonths { get; private set; }

    public DateTime DroppedAt { get; private set; }

    /// <summary>Whether a block that was sealed then may go now: counted from the sealing, which is later than any of its rows and stands in the head.</summary>
    public static bool IsDue(DateTime sealedAt, int keepMonths, DateTime now) => keepMonths is >= LeastMonths and <= MostMonths && sealedAt <= now.AddMonths(-keepMonths);

    /// <summary>Whether the block was old enough; a drop that was put in by hand for younger rows is not.</summary>
    public bool WasDue(DateTime sealedAt, DateTime now) => DroppedAt <= now && IsDue(sealedAt, KeepMonths, DroppedAt);
}
