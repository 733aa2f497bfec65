using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Rankings;

/// <summary>Points of an agency for criterion 7.1.3, with how they came about.</summary>
/// <param name="Points">Null: the agency has no ranking score, or no step holds.</param>
public sealed record ParPoints(Points? Points, string InWords);
