using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Trials;

/// <summary>What a draft would make of one agency's answers of an earlier period.</summary>
/// <param name="Before">Under the set that the period used.</param>
/// <param name="After">Under the draft.</param>
public sealed record TrialAgency(string AgencyCode, string? Name, string Block, TrialStanding Before, TrialStanding After)
{
    /// <summary>By how much the ranking score moves, on the scale of the draft; null: one of them is missing.</summary>
    public Points? Change => Before.Score is { } before && After.Score is { } after ? after - before : null;

    /// <summary>Places won, or lost when negative; null: not ranked under both.</summary>
    public int? PlacesWon => Before.Rank - After.Rank;

    public bool ChangesClass => Before.Class != After.Class;

    public bool Moves => Before != After;
}
