namespace ITScoring.Domain.Publications;

/// <summary>Where a correction stands.</summary>
public enum CorrectionState
{
    /// <summary>Chờ công bố: prepared, the leader has it before him.</summary>
    Prepared,

    /// <summary>Đã công bố.</summary>
    Published,

    /// <summary>Đã rút.</summary>
    Withdrawn,
}
