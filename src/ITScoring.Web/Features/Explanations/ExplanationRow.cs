using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Explanations;

/// <summary>One criterion of the agency's result: self, verified and final score, why they differ, and what the agency answered.</summary>
/// <param name="Adjusted">Adjusted values with their reasons, as people read them.</param>
/// <param name="Others">What else makes the verified points differ, one sentence each.</param>
public sealed record ExplanationRow(
    Criterion Criterion,
    CriterionScore Declared,
    CriterionScore Verified,
    CriterionScore Final,
    CriterionVerdict? Verdict,
    IReadOnlyList<(Question Question, string Declared, string Verified, string? Reason)> Adjusted,
    IReadOnlyList<string> Others,
    IReadOnlyList<Explanation> Explanations)
{
    /// <summary>Verified less self; null: one of them does not apply.</summary>
    public Points? Difference => Declared.Points is { } d && Verified.Points is { } v ? v - d : null;
}
