using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Scoring.Rules;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>A criterion of Phụ lục II (section 5 of the format).</summary>
public sealed class Criterion
{
    internal Criterion()
    {
    }

    /// <summary>Unique in the whole set.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Greatest points; negative for a deduction, and then only in an adjustment group.</summary>
    public required Points Max { get; init; }

    public required Rule Rule { get; init; }

    /// <summary>Whether its points depend on another agency's figures, by a best-of-cohort rule or part.</summary>
    public bool ComparesWithBest => Rule.All.Any(rule => rule is BestOfCohortRule);

    /// <summary>Condition; when false the criterion does not apply.</summary>
    public Expression? AppliesWhen { get; init; }

    /// <summary>What proves it, in words.</summary>
    public string? Evidence { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Basis { get; init; }

    /// <summary>The rule in words, as the set's author wrote it.</summary>
    public string? Guidance { get; init; }

    /// <summary>Place in the set, from 0.</summary>
    internal int Index { get; init; }
}
