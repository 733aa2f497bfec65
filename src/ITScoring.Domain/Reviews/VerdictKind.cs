namespace ITScoring.Domain.Reviews;

/// <summary>What a reviewer concluded on a criterion.</summary>
public enum VerdictKind
{
    /// <summary>Đồng ý: the values stand as they are.</summary>
    Agreed,

    /// <summary>Điều chỉnh: at least one value was changed, with a reason.</summary>
    Adjusted,

    /// <summary>Cần xem lại: given before, but a shared answer moved since or the agency answered a return.</summary>
    NeedsReview,

    /// <summary>Yêu cầu bổ sung: the agency is to be asked; what is asked goes out with the next return.</summary>
    SupplementRequested,

    /// <summary>Chuyển hội đồng: the council decides.</summary>
    ReferredToCouncil,
}
