namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>
/// Where the parts of a heat map stand. Wide: a column of names, the cells beside it in rows that touch. Narrow, for a telephone: each name over its
/// cells, and in each cell what its column is called.
/// </summary>
public sealed record HeatLayout(IReadOnlyList<PlacedHeatRow> Rows, IReadOnlyList<(double Middle, string Text)> Heads, double Height)
{
    public const double LineHeight = 16;

    /// <summary>Share of the wide map's width that the names have, in percent.</summary>
    public const double Names = 40;
    private const double HeadHeight = 24;
    private const double RowHeight = 34;
    private const double CellHeight = 40;
    private const double RowGap = 12;
    private const int MostInARow = 6;

    /// <summary>1 below 40 %, then a level for every ten, 7 from 90 % on; 0 where there is no value.</summary>
    public static int LevelOf(double? share) => share is not { } s ? 0 : Math.Clamp((int)Math.Floor((s * 10) + 1e-9) - 2, 1, 7);

    public static HeatLayout Wide(IReadOnlyList<string> columns, IReadOnlyList<HeatRow> rows)
    {
        var width = columns.Count == 0 ? 0 : (100 - Names) / columns.Count;
        var placed = rows.Select((row, r) =>
        {
            var top = HeadHeight + (r * RowHeight);
            var lines = ChartText.Wrap(row.Name, (ChartText.WideFrom * Names / 100) - 8);
            return new PlacedHeatRow(row, lines, top + (RowHeight / 2) + 4.5 - ((lines.Count - 1) * LineHeight / 2), [.. row.Cells.Select((c, i) => new PlacedCell(c, i, Names + (i * width), top, width, RowHeight, LevelOf(c.Share)))]);
        }).ToList();
        return new HeatLayout(placed, [.. columns.Select((c, i) => (Names + (i * width) + (width / 2), c))], HeadHeight + (rows.Count * RowHeight));
    }

    public static HeatLayout Narrow(IReadOnlyList<HeatRow> rows)
    {
        var placed = new List<PlacedHeatRow>();
        var top = 0.0;
        foreach (var row in rows)
        {
            var lines = ChartText.Wrap(row.Name, ChartText.Narrowest);
            var cells = top + (lines.Count * LineHeight) + 6;
            var across = Math.Max(1, Math.Min(MostInARow, row.Cells.Count));
            placed.Add(new PlacedHeatRow(row, lines, top + 13, [.. row.Cells.Select((c, i) => new PlacedCell(c, i, i % across * 100.0 / across, cells + (i / across * CellHeight), 100.0 / across, CellHeight, LevelOf(c.Share)))]));
            top = cells + (((row.Cells.Count + across - 1) / across) * CellHeight) + RowGap;
        }

        return new HeatLayout(placed, [], top);
    }
}
