using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.TrialRuns;

/// <summary>A criterion over the agencies of the trial.</summary>
/// <param name="Applies">To how many agencies.</param>
/// <param name="Least">Null with <paramref name="Most"/>: it applied to none.</param>
public sealed record TrialCriterion(Criterion Criterion, int Applies, Points? Least, Points? Most)
{
    /// <summary>Whether it tells no agency from another.</summary>
    public bool HasNoSpread => Least == Most;
}
