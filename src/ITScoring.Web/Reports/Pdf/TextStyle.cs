namespace ITScoring.Web.Reports.Pdf;

/// <summary>How a text is set.</summary>
/// <param name="Size">In points.</param>
public sealed record TextStyle(FontFace Face, double Size, TextAlign Align = TextAlign.Left)
{
    /// <summary>From one line to the next.</summary>
    public double LineHeight => Size * 1.22;

    /// <summary>From the top of a line to the foot of its letters: Tinos rises 0.891 and falls 0.216 of its size.</summary>
    public double Baseline => ((LineHeight - (1.107 * Size)) / 2) + (0.891 * Size);
}
