namespace ITScoring.Domain.Reviews;

/// <summary>A member's part in the council.</summary>
public enum CouncilRole
{
    /// <summary>Chủ tịch.</summary>
    Chair,

    /// <summary>Phó Chủ tịch.</summary>
    ViceChair,

    /// <summary>Thư ký.</summary>
    Secretary,

    /// <summary>Thành viên.</summary>
    Member,
}
