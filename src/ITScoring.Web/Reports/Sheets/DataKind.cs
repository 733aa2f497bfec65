namespace ITScoring.Web.Reports.Sheets;

/// <summary>What a column of a data sheet holds.</summary>
public enum DataKind
{
    /// <summary>Text, also where it looks like a formula or a number.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Points: a number with two decimals.</summary>
    Points,

    /// <summary>A number with as many decimals as it has.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,
}
