namespace ITScoring.Domain.Publications;

/// <summary>The set that the record was scored with.</summary>
public sealed record RecordCriteriaSet(
    string Code, int Version, string Title, string Sha256, string Scale, IReadOnlyList<RecordGroup> Groups, IReadOnlyList<RecordClass> Classes);
