namespace ITScoring.Domain.Publications.Years;

/// <summary>A criterion code of two years' sets.</summary>
/// <param name="Then">Null with <see cref="CriterionTie.Added"/>.</param>
/// <param name="Now">Null with <see cref="CriterionTie.Dropped"/>.</param>
public sealed record CriterionPair(string Code, CriterionTie Tie, RecordCriterion? Then, RecordCriterion? Now);
