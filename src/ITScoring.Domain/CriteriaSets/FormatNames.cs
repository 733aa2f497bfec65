namespace ITScoring.Domain.CriteriaSets;

/// <summary>What the format's words are called on screen.</summary>
public static class FormatNames
{
    public static string Name(this QuestionType type) => type switch
    {
        QuestionType.Integer => "Số nguyên",
        QuestionType.Decimal => "Số thập phân",
        QuestionType.YesNo => "Có/Không",
        QuestionType.Choice => "Chọn một",
        QuestionType.Multi => "Chọn nhiều",
        QuestionType.Rows => "Bảng nhiều dòng",
        QuestionType.Text => "Văn bản",
        QuestionType.Url => "Đường dẫn",
        QuestionType.Date => "Ngày",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string Name(this FilledBy filledBy) => filledBy switch
    {
        FilledBy.Agency => "Cơ quan",
        FilledBy.Inspector => "Người thẩm tra",
        FilledBy.System => "Hệ thống tự tính",
        _ => throw new ArgumentOutOfRangeException(nameof(filledBy), filledBy, null),
    };

    public static string Name(this EvidenceNeed need) => need switch
    {
        EvidenceNeed.None => "Không cần",
        EvidenceNeed.Optional => "Có thể kèm",
        EvidenceNeed.Required => "Bắt buộc",
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, null),
    };

    public static string Name(this CheckLevel level) => level switch
    {
        CheckLevel.Error => "Phải sửa",
        CheckLevel.Warning => "Cảnh báo",
        CheckLevel.Inspector => "Chỉ người thẩm tra thấy",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    public static string Name(this GroupKind kind) => kind switch
    {
        GroupKind.Score => "Tính điểm",
        GroupKind.Adjustment => "Cộng, trừ điểm",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
