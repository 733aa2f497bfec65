namespace ITScoring.Web.Reports;

/// <summary>A sheet of a workbook that somebody sent, or a CSV file, which is a sheet without a name.</summary>
public sealed class UploadedSheet(string name, IReadOnlyDictionary<WorkbookAddress, WorkbookCell> cells)
{
    /// <summary>Of a CSV file: how many cells each record has, empty ones too, by its line. Of a sheet none.</summary>
    public IReadOnlyDictionary<int, int> Lengths { get; init; } = new Dictionary<int, int>();

    public string Name { get; } = name;

    /// <summary>Cells that are not empty.</summary>
    public IReadOnlyDictionary<WorkbookAddress, WorkbookCell> Cells { get; } = cells;

    public WorkbookCell this[WorkbookAddress at] => Cells.GetValueOrDefault(at, WorkbookCell.Empty);
}
