namespace ITScoring.Domain.Publications;

/// <summary>The kinds of signed documents as people read them.</summary>
public static class SignedDocumentKindNames
{
    public static string Name(this SignedDocumentKind kind) => kind switch
    {
        SignedDocumentKind.Decision => "Quyết định phê duyệt, đính chính",
        SignedDocumentKind.Proposal => "Tờ trình",
        SignedDocumentKind.Report => "Báo cáo kết quả",
        SignedDocumentKind.Minutes => "Biên bản họp Hội đồng",
        SignedDocumentKind.Letter => "Thông báo, công văn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
