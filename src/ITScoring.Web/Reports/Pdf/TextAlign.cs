namespace ITScoring.Web.Reports.Pdf;

/// <summary>Where lines stand between the sides.</summary>
public enum TextAlign
{
    Left,
    Centre,
    Right,

    /// <summary>Both ends at the sides, but for the last line of a paragraph.</summary>
    Justify,
}
