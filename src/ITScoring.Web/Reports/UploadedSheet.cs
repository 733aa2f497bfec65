namespace ITScoring.Web.Reports;

/// <summary>A sheet of a workbook that somebody sent.</summary>
public sealed class UploadedSheet(string name, IReadOnlyDictionary<WorkbookAddress, WorkbookCell> cells)
{
    public string Name { get; } = name;

    /// <summary>Cells that are not empty.</summary>
    public IReadOnlyDictionary<WorkbookAddress, WorkbookCell> Cells { get; } = cells;

    public WorkbookCell this[WorkbookAddress at] => Cells.GetValueOrDefault(at, WorkbookCell.Empty);
}
