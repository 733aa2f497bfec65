namespace ITScoring.Domain.Periods;

/// <summary>What an assignment does with those who verify the same part already.</summary>
public enum AssignmentMode
{
    /// <summary>They are replaced.</summary>
    Replace,

    /// <summary>They stay, and the new ones join them.</summary>
    Add,

    /// <summary>The named ones are taken off the part.</summary>
    Remove,
}
