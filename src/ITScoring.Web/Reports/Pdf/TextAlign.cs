namespace ITScoring.Web.Reports.Pdf;

/// <summary>Where lines stand between the sides.</summary>
public enum TextAlign
{
    Left,
    Centre,
    Right,
}
