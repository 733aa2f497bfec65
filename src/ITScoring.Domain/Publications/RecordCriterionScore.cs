namespace ITScoring.Domain.Publications;

/// <summary>Points of an agency for a criterion and the public part of its calculation.</summary>
public sealed record RecordCriterionScore(string Code, string? Points, string Max, bool Applicable, RecordCalculation? Calculation);
