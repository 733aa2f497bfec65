namespace ITScoring.Domain.Scoring;

/// <summary>A criterion of an agency as a result file states it.</summary>
/// <param name="Points">Null: the criterion does not apply.</param>
public sealed record StatedCriterion(string Code, string? Points, string Max, bool Applicable);
