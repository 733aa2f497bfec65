namespace ITScoring.Web.Reports.Documents;

/// <summary>Kind of the document in capitals, what it is about below it, and a line under both.</summary>
/// <param name="About">Trích yếu; each text a line of its own, or more when it is long.</param>
/// <param name="Remark">In italics and brackets below, e.g. to which document an annex belongs; null: none.</param>
public sealed record TitleBlock(string Kind, IReadOnlyList<string> About, string? Remark = null) : DocumentBlock
{
    /// <summary>The annexes have no line of their own.</summary>
    public bool IsAnnex => Remark is not null;
}
