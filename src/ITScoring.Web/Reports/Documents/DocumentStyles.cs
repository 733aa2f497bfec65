using ITScoring.Web.Reports.Pdf;

namespace ITScoring.Web.Reports.Documents;

/// <summary>Sizes and styles that both ways of writing keep to (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
internal static class DocumentStyles
{
    /// <summary>Of the first line of a paragraph.</summary>
    public const double Indent = 10 * PageFlow.Millimetre;

    /// <summary>Between paragraphs, in points.</summary>
    public const double Between = 6;

    /// <summary>Of the width, for the names of facts.</summary>
    public const double FactShare = 0.36;

    /// <summary>Of the width, for the left side of signatures.</summary>
    public const double SignatureShare = 0.48;

    /// <summary>Left free for a signature, in points.</summary>
    public const double SignatureSpace = 62;

    public static readonly TextStyle Body = new(FontFace.Regular, 13, TextAlign.Justify);
    public static readonly TextStyle Fact = new(FontFace.Regular, 13);
    public static readonly TextStyle Basis = new(FontFace.Italic, 13, TextAlign.Justify);
    public static readonly TextStyle Centred = new(FontFace.Bold, 13, TextAlign.Centre);
    public static readonly TextStyle Addressee = new(FontFace.Regular, 13, TextAlign.Centre);
    public static readonly TextStyle Small = new(FontFace.Regular, 11);
    public static readonly TextStyle Kind = new(FontFace.Bold, 14, TextAlign.Centre);
    public static readonly TextStyle About = new(FontFace.Bold, 13, TextAlign.Centre);
    public static readonly TextStyle Remark = new(FontFace.Italic, 13, TextAlign.Centre);
    public static readonly TextStyle Chapter = new(FontFace.Bold, 13);
    public static readonly TextStyle RecipientsHead = new(FontFace.Bold, 12);
    public static readonly TextStyle Recipient = new(FontFace.Regular, 11);

    public static TextStyle Of(ParagraphKind kind) => kind switch
    {
        ParagraphKind.Body => Body,
        ParagraphKind.Basis => Basis,
        ParagraphKind.Centred => Centred,
        ParagraphKind.Addressee => Addressee,
        _ => Small,
    };

    public static bool IsIndented(ParagraphKind kind) => kind is ParagraphKind.Body or ParagraphKind.Basis;
}
