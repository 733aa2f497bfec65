namespace ITScoring.Domain.Publications.Years;

/// <summary>A criterion of two years' sets.</summary>
/// <param name="Code">In the later set, if it is there.</param>
/// <param name="Then">Null with <see cref="CriterionTie.Added"/>.</param>
/// <param name="Now">Null with <see cref="CriterionTie.Dropped"/>.</param>
/// <param name="Link">With <see cref="CriterionTie.Linked"/>.</param>
public sealed record CriterionPair(string Code, CriterionTie Tie, RecordCriterion? Then, RecordCriterion? Now, CriterionLink? Link = null)
{
    public bool IsComparable => Tie is CriterionTie.Same or CriterionTie.Linked;
}
