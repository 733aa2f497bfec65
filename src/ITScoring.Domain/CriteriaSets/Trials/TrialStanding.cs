using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Trials;

/// <summary>How an agency stands under one set.</summary>
/// <param name="Score">The ranking score, on the scale of the draft so that both can be compared; null: there is none.</param>
/// <param name="Rank">In the block; null: not ranked.</param>
/// <param name="Class">Null: no score or no classes.</param>
public sealed record TrialStanding(Points? Score, int? Rank, string? Class);
