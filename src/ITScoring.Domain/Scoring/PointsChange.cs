namespace ITScoring.Domain.Scoring;

/// <summary>Points of an agency as they are and as they would be.</summary>
public sealed record PointsChange(string AgencyCode, Points Now, Points Then)
{
    public Points By => Then - Now;
}
