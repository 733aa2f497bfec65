namespace ITScoring.Data;

/// <summary>Most characters that a column takes. SQLite does not enforce them, SQL Server does: forms check them with <c>[MaxLength(Lengths.…)]</c>.</summary>
public static class Lengths
{
    /// <summary>Codes of agencies, blocks, questions, criteria, sets, periods.</summary>
    public const int Code = 64;

    /// <summary>Names of states and other enumerations.</summary>
    public const int Enumeration = 32;

    /// <summary>Names and titles, numbers of documents, wordings of deadlines.</summary>
    public const int Name = 300;

    /// <summary>Notes, reasons, abstracts, addresses.</summary>
    public const int Text = 2000;

    /// <summary>A setting, its lines included.</summary>
    public const int Setting = 4000;

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public const int Sha256 = 64;
}
