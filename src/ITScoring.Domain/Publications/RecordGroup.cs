namespace ITScoring.Domain.Publications;

/// <summary>A criteria group of the set.</summary>
public sealed record RecordGroup(string Code, string Name, string Kind, string Max, IReadOnlyList<RecordCriterion> Criteria);
