using System.Globalization;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Startup;

/// <summary>Numbers as people read them: decimal comma, dot for thousands, a true minus sign.</summary>
public static class Display
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    /// <summary>1.234,50; a dash where there are none.</summary>
    public static string Of(Points? points) => points is { } p ? (p.Hundredths / 100m).ToString("N2", Format) : "–";

    /// <summary>1.000 for a whole number of points, 12,50 otherwise: for maxima.</summary>
    public static string Short(Points points) => (points.Hundredths / 100m).ToString(points.Hundredths % 100 == 0 ? "N0" : "N2", Format);

    /// <summary>345 byte, 12,3 KB, 20,0 MB: for files.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => bytes.ToString("N0", Format) + " byte",
        < 1024 * 1024 => (bytes / 1024m).ToString("N1", Format) + " KB",
        _ => (bytes / (1024m * 1024)).ToString("N1", Format) + " MB",
    };

    public static string Of(int number) => number.ToString("N0", Format);

    /// <summary>+1,50, −2,40 or 0,00.</summary>
    public static string Signed(Points points) => (points.Hundredths > 0 ? "+" : "") + Of(points);

    /// <summary>1,31 or, as a share of a whole, 67,5 %; a dash where there is none.</summary>
    public static string Of(Rational? value, bool share = false) => value is not { } v ? "–" : (share ? VietnameseNumber.Percent(v) : VietnameseNumber.Short(v)).Replace('-', '−');

    /// <summary>2 % or 0,5 %.</summary>
    /// <param name="hundredths">Hundredths of a percent.</param>
    public static string Percent(int hundredths) => (hundredths / 100m).ToString("#,0.##", Format) + " %";

    /// <summary>85,3 % of a whole; for words beside a number, never for reckoning on.</summary>
    public static string Percent(Points part, Points whole) =>
        whole.Hundredths == 0 ? "–" : (part.Hundredths * 100m / whole.Hundredths).ToString("N1", Format) + " %";
}
