namespace ITScoring.Domain.Publications;

/// <summary>A criterion with its rule in words.</summary>
public sealed record RecordCriterion(string Code, string Name, string Max, string Rule, string? Basis, string? Guidance);
