namespace ITScoring.Web.Reports.Sheets;

/// <summary>A data sheet as CSV: keys as heads, decimal points, no title.</summary>
public static class DataCsv
{
    public static byte[] Write(DataSheet sheet) =>
        CsvTable.Of([sheet.Columns.Select(c => c.Key), .. sheet.Rows.Select(row => row.Select((cell, i) => DataCell.Plain(sheet.Columns[i].Kind, cell)))]);
}
