namespace ITScoring.Web.Reports.Documents;

/// <summary>What a paragraph is, from which follows how it is set.</summary>
public enum ParagraphKind
{
    /// <summary>Justified, its first line indented.</summary>
    Body,

    /// <summary>Căn cứ: as the body, in italics.</summary>
    Basis,

    /// <summary>Bold and centred, e.g. who decides and that he decides.</summary>
    Centred,

    /// <summary>To whom it is sent, centred.</summary>
    Addressee,

    /// <summary>Small print.</summary>
    Small,
}
