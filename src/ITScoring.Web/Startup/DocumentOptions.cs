namespace ITScoring.Web.Startup;

/// <summary>Names, references and recipients in official documents (section <c>Portal:Documents</c>); they change with the province and with the law.</summary>
public sealed class DocumentOptions
{
    /// <summary>Of the lead agency, as it stands in numbers of its documents: <c>STTTT</c>.</summary>
    public string LeadAgencySymbol { get; set; } = "";

    /// <summary>Who signs for the lead agency, e.g. "Giám đốc".</summary>
    public string LeadAgencyHead { get; set; } = "";

    /// <summary>Who decides, in full: "Ủy ban nhân dân tỉnh Quảng Bình".</summary>
    public string ApprovingBody { get; set; } = "";

    /// <summary>Who signs for it, e.g. "Chủ tịch".</summary>
    public string ApprovingHead { get; set; } = "";

    /// <summary>Of the deciding body, as it stands in numbers: <c>UBND</c>.</summary>
    public string ApprovingSymbol { get; set; } = "";

    /// <summary>Who carries out the decision besides those evaluated, e.g. "Chánh Văn phòng UBND tỉnh".</summary>
    public string CarriedOutBy { get; set; } = "";

    /// <summary>How the council is called, e.g. "Hội đồng thẩm định".</summary>
    public string Council { get; set; } = "";

    /// <summary>Of the council, as it stands in numbers: <c>HĐTĐ</c>.</summary>
    public string CouncilSymbol { get; set; } = "";

    /// <summary>Văn bản căn cứ, each with kind, number, date and whose it is.</summary>
    public IReadOnlyList<string> LegalBases { get; set; } = [];

    /// <summary>Nơi nhận of what the lead agency writes.</summary>
    public IReadOnlyList<string> Recipients { get; set; } = [];

    /// <summary>Nơi nhận of the decision.</summary>
    public IReadOnlyList<string> DecisionRecipients { get; set; } = [];

    /// <summary>A list that another layer of configuration made shorter ends with blanks.</summary>
    internal void DropBlanks() =>
        (LegalBases, Recipients, DecisionRecipients) = (Kept(LegalBases), Kept(Recipients), Kept(DecisionRecipients));

    private static List<string> Kept(IReadOnlyList<string> lines) => [.. lines.Where(l => !string.IsNullOrWhiteSpace(l))];

    /// <summary>The settings without which a document would have a hole.</summary>
    internal IEnumerable<string> Missing() =>
        new[]
        {
            (nameof(LeadAgencySymbol), LeadAgencySymbol), (nameof(LeadAgencyHead), LeadAgencyHead), (nameof(ApprovingBody), ApprovingBody), (nameof(ApprovingHead), ApprovingHead),
            (nameof(ApprovingSymbol), ApprovingSymbol), (nameof(CarriedOutBy), CarriedOutBy), (nameof(Council), Council), (nameof(CouncilSymbol), CouncilSymbol),
        }.Where(s => string.IsNullOrWhiteSpace(s.Item2)).Select(s => s.Item1);
}
