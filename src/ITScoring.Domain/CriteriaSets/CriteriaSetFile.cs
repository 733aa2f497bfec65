namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads, checks and writes criteria sets as JSON (section 1 of the format).</summary>
public static class CriteriaSetFile
{
    public const string Format = "itscoring/criteria-set/1";

    /// <summary>The set, or every reason for which the file is refused.</summary>
    public static Parsed<CriteriaSet> Read(ReadOnlySpan<byte> utf8) => CriteriaSetReader.Read(utf8);

    /// <summary>The set as a file: UTF-8, indented, without keys that say the default. Reading it gives the same set.</summary>
    public static byte[] Write(CriteriaSet set) => CriteriaSetWriter.Write(set);
}
