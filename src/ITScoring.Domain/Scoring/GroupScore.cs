namespace ITScoring.Domain.Scoring;

/// <summary>Points of an agency in one group.</summary>
/// <param name="Code">Code of the group.</param>
/// <param name="Points">Sum of the rounded criteria; of an adjustment group after cap and floor.</param>
/// <param name="ApplicableMax">Sum of the max of the applicable criteria; 0.00 for an adjustment group.</param>
/// <param name="Rank">In the block, 1 is best; null: not ranked.</param>
public sealed record GroupScore(string Code, Points Points, Points ApplicableMax, int? Rank);
