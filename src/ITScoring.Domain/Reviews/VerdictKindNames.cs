namespace ITScoring.Domain.Reviews;

/// <summary>The verdicts as people read them.</summary>
public static class VerdictKindNames
{
    public static string Name(this VerdictKind kind) => kind switch
    {
        VerdictKind.Agreed => "Đồng ý",
        VerdictKind.Adjusted => "Điều chỉnh",
        VerdictKind.NeedsReview => "Cần xem lại",
        VerdictKind.SupplementRequested => "Yêu cầu bổ sung",
        VerdictKind.ReferredToCouncil => "Chuyển Hội đồng",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
