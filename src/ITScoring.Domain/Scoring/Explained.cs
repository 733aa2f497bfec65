namespace ITScoring.Domain.Scoring;

/// <summary>Points of a rule, and how later formulas refer to the step that gave them.</summary>
internal readonly record struct Explained(string Reference, Rational Points);
