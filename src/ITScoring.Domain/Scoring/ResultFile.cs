namespace ITScoring.Domain.Scoring;

/// <summary>Writes results as JSON (section 7 of the format).</summary>
public static class ResultFile
{
    public static byte[] Write(CohortResult result) => throw new NotImplementedException();
}
