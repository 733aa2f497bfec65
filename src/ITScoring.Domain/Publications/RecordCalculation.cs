namespace ITScoring.Domain.Publications;

/// <summary>How the points came about: inputs and steps only where the period opens the declared figures.</summary>
public sealed record RecordCalculation(string Rounding, IReadOnlyList<RecordInput>? Inputs, IReadOnlyList<RecordStep>? Steps);
