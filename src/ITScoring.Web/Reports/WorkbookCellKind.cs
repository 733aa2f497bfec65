namespace ITScoring.Web.Reports;

/// <summary>What stands in a cell of a workbook.</summary>
public enum WorkbookCellKind
{
    Empty,
    Text,

    /// <summary>A number of no special look.</summary>
    Number,

    /// <summary>A number that the workbook shows as a day.</summary>
    Date,

    /// <summary>A number that the workbook shows multiplied by 100.</summary>
    Percent,

    Boolean,

    /// <summary>#N/A, #REF! and their like.</summary>
    Error,

    /// <summary>Whatever it shows now, it was not typed.</summary>
    Formula,
}
