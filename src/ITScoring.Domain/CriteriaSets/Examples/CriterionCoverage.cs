namespace ITScoring.Domain.CriteriaSets.Examples;

/// <summary>How far the examples reach one criterion.</summary>
/// <param name="Examples">Codes of the examples that expect something of it, in set order.</param>
/// <param name="Branches">Every band, case, option and limit of its rule, its condition included.</param>
public sealed record CriterionCoverage(Criterion Criterion, IReadOnlyList<string> Examples, IReadOnlyList<BranchCoverage> Branches)
{
    public bool IsReached => Examples.Count > 0;
}
