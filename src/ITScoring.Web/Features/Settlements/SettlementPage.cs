using ITScoring.Domain.Rankings;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Scoring;

namespace ITScoring.Web.Features.Settlements;

/// <summary>One explanation with both sides, and the effect of accepting it on all agencies.</summary>
/// <param name="Evidence">The documents that came with it.</param>
/// <param name="Before">The criterion's score without the conclusion.</param>
/// <param name="After">With it: as claimed, as typed, or as stored.</param>
/// <param name="Moves">Agencies whose ranking score or rank moves.</param>
/// <param name="Bests">Best-of-cohort rules that compare with another value.</param>
/// <param name="IsTried">Whether <paramref name="After"/> is what was typed.</param>
/// <param name="Refusal">Why this person may not settle it, or nobody may now; null: may.</param>
public sealed record SettlementPage(
    SettlementCase Case,
    CriterionVerdict? Verdict,
    string WrittenBy,
    IReadOnlyList<SettlementValue> Values,
    IReadOnlyList<Evidence> Evidence,
    CriterionScore Before,
    CriterionScore After,
    IReadOnlyList<ScoreMovement> Moves,
    IReadOnlyList<BestMove> Bests,
    bool IsTried,
    string Conclusion,
    string Reason,
    string? Refusal)
{
    public bool IsOpen => Case.Explanation.State == ExplanationState.Confirmed;
}
