namespace ITScoring.Web.Reports;

/// <summary>A sheet of a criteria set's workbook: headings, hints under them, then one line after the other.</summary>
internal sealed record SetSheet(string Name, params SetSheetColumn[] Columns)
{
    public const int HeadRow = 1;
    public const int HintRow = 2;

    public SetSheetColumn this[string key] => Columns.First(column => column.Key == key);

    public SetSheetColumn? Find(string key) => Columns.FirstOrDefault(column => column.Key == key);
}
