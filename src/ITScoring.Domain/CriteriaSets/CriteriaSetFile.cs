using ITScoring.Domain.CriteriaSets.Drafts;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads, checks and writes criteria sets as JSON (section 1 of the format).</summary>
public static class CriteriaSetFile
{
    public const string Format = "itscoring/criteria-set/1";

    /// <summary>The format with <c>examples</c>; a set that has none is written as <see cref="Format"/>.</summary>
    public const string FormatWithExamples = "itscoring/criteria-set/2";

    /// <summary>The set, or every reason for which the file is refused. Both formats are read.</summary>
    public static Parsed<CriteriaSet> Read(ReadOnlySpan<byte> utf8) => CriteriaSetReader.Read(utf8);

    /// <summary>A set that is still being written: its problems, and what of it can be used all the same.</summary>
    public static DraftReading ReadDraft(ReadOnlySpan<byte> utf8) => DraftReader.Read(utf8);

    /// <summary>The set as a file: UTF-8, indented, without keys that say the default. Reading it gives the same set.</summary>
    public static byte[] Write(CriteriaSet set) => CriteriaSetWriter.Write(set, set.Examples);

    /// <summary>The same without its examples, in format 1: what result packages contain.</summary>
    public static byte[] WriteWithoutExamples(CriteriaSet set) => CriteriaSetWriter.Write(set, []);
}
