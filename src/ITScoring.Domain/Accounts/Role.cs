namespace ITScoring.Domain.Accounts;

/// <summary>The roles of the procedure. An account has exactly one.</summary>
public enum Role
{
    /// <summary>Người nhập liệu: answers sections of the agency's form.</summary>
    Contributor,

    /// <summary>Đầu mối CNTT: the whole form, evidence, presenting to the head, explanations.</summary>
    Editor,

    /// <summary>Thủ trưởng cơ quan: signs off and confirms explanations.</summary>
    Head,

    /// <summary>Cấp phó ký thay: acts as the head during a stated time, and only then.</summary>
    Deputy,

    /// <summary>Chuyên viên thẩm tra: verifies the agencies assigned, never the home agency.</summary>
    Reviewer,

    /// <summary>Quản lý kỳ đánh giá.</summary>
    PeriodManager,

    /// <summary>Lãnh đạo UBND tỉnh: hands back, approves, publishes.</summary>
    Leader,

    /// <summary>Cơ quan theo dõi: approved results only.</summary>
    Observer,

    /// <summary>Quản trị hệ thống: accounts, settings, audit; no scoring rights.</summary>
    Administrator,
}
