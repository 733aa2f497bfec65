using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Scoring;

/// <summary>Reads and writes cohorts as JSON (section 7 of the format).</summary>
public static class CohortFile
{
    public static Parsed<Cohort> Read(CriteriaSet set, ReadOnlySpan<byte> utf8) => throw new NotImplementedException();

    public static byte[] Write(Cohort cohort) => throw new NotImplementedException();
}
