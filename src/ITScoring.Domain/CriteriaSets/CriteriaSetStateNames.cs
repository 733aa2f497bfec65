namespace ITScoring.Domain.CriteriaSets;

/// <summary>The names of a set's states as people read them.</summary>
public static class CriteriaSetStateNames
{
    public static string Name(this CriteriaSetState state) => state switch
    {
        CriteriaSetState.Draft => "Nháp",
        CriteriaSetState.UnderReview => "Đang rà soát",
        CriteriaSetState.InForce => "Có hiệu lực",
        CriteriaSetState.Replaced => "Đã thay thế",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Whether it is still being written.</summary>
    public static bool IsDraft(this CriteriaSetState state) => state is CriteriaSetState.Draft or CriteriaSetState.UnderReview;
}
