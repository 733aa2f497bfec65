using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Years;

/// <summary>What an agency reached in the comparable core: criteria of both sets that applied to it in both years.</summary>
/// <param name="Max">Of these criteria; the same in both years.</param>
public sealed record CoreScore(Points Then, Points Now, Points Max, int Criteria)
{
    public Points Change => Now - Then;
}
