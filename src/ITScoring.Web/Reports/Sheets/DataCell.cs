using System.Globalization;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Reports.Sheets;

/// <summary>Values of cells.</summary>
public static class DataCell
{
    /// <summary>Points as a record writes them, as a number; null: none.</summary>
    public static object? Points(string? points) => points is null ? null : decimal.Parse(points, CultureInfo.InvariantCulture);

    public static object? Points(Points? points) => points is { } p ? p.Hundredths / 100m : null;

    /// <summary>As CSV writes it: decimal point, ISO day.</summary>
    public static string Plain(DataKind kind, object? value) => value switch
    {
        null => "",
        decimal number => number.ToString(kind == DataKind.Points ? "0.00" : "0.##########", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}
