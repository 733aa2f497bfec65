namespace ITScoring.Domain.Accounts;

/// <summary>The names of the roles as people read them.</summary>
public static class RoleNames
{
    public static string Name(this Role role) => role switch
    {
        Role.Contributor => "Người nhập liệu",
        Role.Editor => "Đầu mối CNTT",
        Role.Head => "Thủ trưởng cơ quan",
        Role.Deputy => "Cấp phó ký thay",
        Role.Reviewer => "Chuyên viên thẩm tra",
        Role.PeriodManager => "Quản lý kỳ đánh giá",
        Role.Leader => "Lãnh đạo UBND tỉnh",
        Role.Observer => "Cơ quan theo dõi",
        Role.Administrator => "Quản trị hệ thống",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The name within a sentence: <c>đầu mối CNTT</c>.</summary>
    public static string NameInSentence(this Role role) => char.ToLowerInvariant(role.Name()[0]) + role.Name()[1..];

    /// <summary>Whether accounts of this role work for an evaluated agency and see only its own form.</summary>
    public static bool WorksForAgency(this Role role) => role is Role.Contributor or Role.Editor or Role.Head or Role.Deputy;
}
