namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>Where the parts of a line chart stand: years from left to right, values between round numbers.</summary>
/// <param name="Ticks">Place in pixels and value.</param>
/// <param name="Years">Place in percent and words; null where there is no room.</param>
public sealed record LinesLayout(
    IReadOnlyList<(double Y, double Value)> Ticks, IReadOnlyList<(double X, string? Text)> Years, IReadOnlyList<IReadOnlyList<LinePoint?>> Points, IReadOnlyList<IReadOnlyList<LineSegment>> Segments)
{
    public const double Height = 212;
    public const double Top = 34;
    public const double Bottom = 164;

    /// <summary>Base line of the years.</summary>
    public const double YearLine = 204;

    /// <summary>Where the first and the last year stand, in percent; before them are the numbers of the scale.</summary>
    public const double First = 24;
    public const double Last = 90;
    private const double LabelAbove = 11;
    private const double LabelBelow = 20;
    private const int Steps = 3;

    /// <param name="series">One or two have labels at their points; more are read from the table.</param>
    /// <param name="isComparable">Whether a year is measured as the year before it; the first says nothing.</param>
    /// <param name="text">A value as people read it.</param>
    /// <param name="highest">The highest value there can be; the scale goes no further.</param>
    public static LinesLayout Of(IReadOnlyList<string> years, IReadOnlyList<ChartSeries> series, IReadOnlyList<bool> isComparable, Func<double, string> text, double highest)
    {
        var values = series.SelectMany(s => s.Values).OfType<double>().ToList();
        var (low, high, step) = Scale(values, highest);
        var x = Enumerable.Range(0, years.Count).Select(i => years.Count == 1 ? (First + Last) / 2 : First + ((Last - First) * i / (years.Count - 1))).ToList();
        double At(double value) => Bottom - ((Bottom - Top) * (value - low) / (high - low));

        var between = years.Count == 1 ? ChartText.Narrowest : ChartText.Narrowest * (Last - First) / 100 / (years.Count - 1);
        var everyValue = Every(values.Select(v => ChartText.Width(text(v))).DefaultIfEmpty(0).Max());
        var everyYear = Every(years.Select(ChartText.Width).DefaultIfEmpty(0).Max());
        // Counted from the last year: it is the one that people look for.
        int Every(double width) => Math.Max(1, (int)Math.Ceiling((width + 4) / between));
        bool Has(int year, int every) => (years.Count - 1 - year) % every == 0;

        var points = series.Select((s, n) => (IReadOnlyList<LinePoint?>)[.. s.Values.Select((v, i) => v is not { } value ? null : Point(s, n, value, i))]).ToList();
        LinePoint Point(ChartSeries s, int n, double value, int year)
        {
            var other = series.Count == 2 ? series[1 - n].Values[year] : null;
            var isLower = other is { } o && (value < o || (value == o && n == 1));
            return new LinePoint(x[year], At(value), series.Count <= 2 && Has(year, everyValue) ? text(value) : null, At(value) + (isLower ? LabelBelow : -LabelAbove));
        }

        return new LinesLayout(
            [.. Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(i => (At(low + (i * step)), low + (i * step)))],
            [.. years.Select((y, i) => (x[i], Has(i, everyYear) ? y : null))],
            points,
            [.. points.Select(of => (IReadOnlyList<LineSegment>)[.. Enumerable.Range(1, Math.Max(0, years.Count - 1)).Where(i => of[i - 1] is not null && of[i] is not null).Select(i => new LineSegment(of[i - 1]!, of[i]!, !isComparable[i]))])]);
    }

    /// <summary>Round numbers around the values.</summary>
    private static (double Low, double High, double Step) Scale(IReadOnlyCollection<double> values, double highest)
    {
        var (least, most) = values.Count == 0 ? (0, highest) : (values.Min(), values.Max());
        // Small differences are not blown up to the whole height.
        var span = Math.Max(most - least, highest / 10);
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / Steps)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(m => m * power).First(s => s >= (span / Steps) - 1e-9);
        var low = Math.Max(0, Math.Floor((least / step) + 1e-9) * step);
        var high = Math.Ceiling((most / step) - 1e-9) * step;
        if (high <= low)
            (low, high) = low >= highest ? (low - step, low) : (low, low + step);
        return (low, high, step);
    }
}
