namespace ITScoring.Web.Reports;

/// <summary>What stands in a workbook that somebody sent: cells and nothing else, in the order of its sheets.</summary>
public sealed record UploadedWorkbook(IReadOnlyList<UploadedSheet> Sheets)
{
    public UploadedSheet? Find(string name) => Sheets.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
}
