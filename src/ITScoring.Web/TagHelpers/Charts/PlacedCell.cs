namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>A cell of a heat map where it stands; places and widths across are percents of the chart's width.</summary>
/// <param name="Level">1 to 7, light to dark; 0: nothing to show.</param>
public sealed record PlacedCell(HeatCell Cell, int Column, double X, double Y, double Width, double Height, int Level)
{
    public double Middle => X + (Width / 2);
}
