namespace ITScoring.Domain.CriteriaSets.Examples;

/// <summary>One thing that can come of a rule, and the examples in which it comes about.</summary>
/// <param name="Part">Of a part of a <c>sum</c> or <c>best</c>: which one, e.g. <c>1</c> or <c>1.2</c>; empty: of the criterion itself.</param>
/// <param name="Words">Vietnamese.</param>
/// <param name="Examples">Codes, in set order.</param>
public sealed record BranchCoverage(string Part, string Words, IReadOnlyList<string> Examples)
{
    public bool IsReached => Examples.Count > 0;
}
