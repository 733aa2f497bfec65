namespace ITScoring.Domain.Reviews;

/// <summary>The parts as people read them.</summary>
public static class CouncilRoleNames
{
    public static string Name(this CouncilRole role) => role switch
    {
        CouncilRole.Chair => "Chủ tịch",
        CouncilRole.ViceChair => "Phó Chủ tịch",
        CouncilRole.Secretary => "Thư ký",
        CouncilRole.Member => "Thành viên",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
