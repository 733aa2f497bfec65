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
        GroupKind.Adjustment => "Cộng trừ điểm",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The kinds of rules by their name in the file, in the order in which they are offered; what they do where the name alone does not say it, else null.</summary>
    public static readonly IReadOnlyList<(string Kind, string Name, string? Meaning)> RuleKinds =
    [
        ("ratio", "Tỷ lệ", "điểm tối đa × tỷ lệ"),
        ("norm", "Định mức", "so với một mức chuẩn"),
        ("bestOfCohort", "So với cơ quan cao nhất trong khối", null),
        ("bands", "Theo mức (bậc thang)", null),
        ("yesNo", "Có hoặc không", null),
        ("choice", "Theo phương án chọn một", null),
        ("checklist", "Theo các mục được chọn", null),
        ("count", "Đếm", "mỗi mục một số điểm, có trần"),
        ("cases", "Theo trường hợp", null),
        ("points", "Điểm do người thẩm tra hoặc nguồn khác cho", null),
        ("sum", "Cộng nhiều phần", null),
        ("best", "Lấy phần cao nhất", null),
    ];

    /// <summary>The name of an enumeration's value in the file: those in the code, beginning in lower case.</summary>
    public static string InFile<T>(this T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
