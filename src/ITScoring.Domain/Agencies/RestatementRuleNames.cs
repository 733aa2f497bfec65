namespace ITScoring.Domain.Agencies;

/// <summary>The rules of restating as people read them.</summary>
public static class RestatementRuleNames
{
    /// <summary>E.g. <c>bình quân các cơ quan hợp nhất</c>, for the middle of a sentence.</summary>
    public static string Name(this RestatementRule rule, RestructuringKind kind = RestructuringKind.Merger) => rule switch
    {
        RestatementRule.None => "không tính lại",
        RestatementRule.Mean => "bình quân các cơ quan hợp nhất",
        RestatementRule.WeightedMean => "bình quân có trọng số",
        RestatementRule.Main => kind == RestructuringKind.Division ? "lấy nguyên điểm của cơ quan bị chia tách" : "theo điểm của cơ quan nòng cốt",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };
}
