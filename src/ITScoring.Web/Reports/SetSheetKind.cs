namespace ITScoring.Web.Reports;

/// <summary>What the cells of a column of a criteria set's workbook hold.</summary>
internal enum SetSheetKind
{
    /// <summary>Words for people.</summary>
    Text,

    /// <summary>A code, a word without spaces.</summary>
    Code,

    /// <summary>Codes with semicolons between them.</summary>
    Codes,

    /// <summary>An expression of the format, kept to the letter.</summary>
    Expression,

    Number,

    Whole,

    /// <summary>One of the words of a list.</summary>
    Word,

    /// <summary>What it is follows from other cells of its row.</summary>
    Any,
}
