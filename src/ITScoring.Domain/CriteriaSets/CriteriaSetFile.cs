namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads, checks and writes criteria sets as JSON (section 1 of the format).</summary>
public static class CriteriaSetFile
{
    public static Parsed<CriteriaSet> Read(ReadOnlySpan<byte> utf8) => throw new NotImplementedException();

    public static byte[] Write(CriteriaSet set) => throw new NotImplementedException();
}
