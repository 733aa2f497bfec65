namespace ITScoring.Domain.Periods;

/// <summary>The kinds of documents of the guidance as people read them.</summary>
public static class GuidanceDocumentKindNames
{
    public static string Name(this GuidanceDocumentKind kind) => kind switch
    {
        GuidanceDocumentKind.CallLetter => "Công văn triển khai",
        GuidanceDocumentKind.Decision => "Quyết định ban hành phương pháp đánh giá",
        GuidanceDocumentKind.FormAnnex => "Phụ lục I. Phiếu khảo sát",
        GuidanceDocumentKind.RulesAnnex => "Phụ lục II. Tiêu chí và cách chấm điểm",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>For the name of a downloaded file.</summary>
    public static string Slug(this GuidanceDocumentKind kind) => kind switch
    {
        GuidanceDocumentKind.CallLetter => "cong-van-trien-khai",
        GuidanceDocumentKind.Decision => "quyet-dinh",
        GuidanceDocumentKind.FormAnnex => "phu-luc-1",
        GuidanceDocumentKind.RulesAnnex => "phu-luc-2",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
