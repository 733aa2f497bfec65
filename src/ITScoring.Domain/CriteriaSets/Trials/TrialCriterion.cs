using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Trials;

/// <summary>How a criterion of a draft tells agencies apart. Only those count that handed in a form and to which it applies.</summary>
/// <param name="Agencies">How many of them.</param>
/// <param name="Least">The lowest points; null: it applies to nobody.</param>
/// <param name="Most">The highest points; null: it applies to nobody.</param>
/// <param name="WithAny">How many have other points than 0.</param>
/// <param name="WithMax">How many have the full points, or the full deduction.</param>
/// <param name="Gaps">Codes of the questions it reads whose answers are missing or left out; then its figures say little.</param>
/// <param name="Leverage">
/// Of a criterion with a best-of-cohort rule or part: who sets the scale in each block, and what the others would win without it; else empty.
/// </param>
public sealed record TrialCriterion(
    Criterion Criterion,
    int Agencies,
    Points? Least,
    Points? Most,
    int WithAny,
    int WithMax,
    IReadOnlyList<string> Gaps,
    IReadOnlyList<LeverageOfBest> Leverage)
{
    /// <summary>Whether at least two agencies have points and all have the same.</summary>
    public bool HasNoSpread => Agencies > 1 && Least == Most;

    /// <summary>Whether it gives points, or takes some off, to nobody.</summary>
    public bool NobodyGetsAny => Agencies > 0 && WithAny == 0;

    /// <summary>Whether its full points, or its full deduction, are nobody's.</summary>
    public bool NobodyGetsMax => Agencies > 0 && WithMax == 0;
}
