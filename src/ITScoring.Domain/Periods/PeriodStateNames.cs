namespace ITScoring.Domain.Periods;

/// <summary>The names of the period's states as people read them.</summary>
public static class PeriodStateNames
{
    public static string Name(this PeriodState state) => state switch
    {
        PeriodState.Draft => "Đang chuẩn bị",
        PeriodState.Open => "Đang thu phiếu",
        PeriodState.Reviewing => "Đang thẩm tra",
        PeriodState.Preliminary => "Đang lấy giải trình",
        PeriodState.Proposed => "Đã trình UBND tỉnh",
        PeriodState.Approved => "Đã phê duyệt",
        PeriodState.Published => "Đã công bố",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
