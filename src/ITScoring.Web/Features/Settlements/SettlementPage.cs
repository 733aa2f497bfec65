using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.Settlements;

/// <summary>One explanation with the effect of accepting it.</summary>
/// <param name="Values">Contested question: declared, verified and claimed value, and the reviewer's reason.</param>
/// <param name="Effects">Agencies whose ranking score or rank would move: before and after.</param>
public sealed record SettlementPage(
    Period Period,
    PeriodAgency Agency,
    Submission Submission,
    Criterion Criterion,
    Explanation Explanation,
    CriterionVerdict? Verdict,
    string WrittenBy,
    IReadOnlyList<(Question Question, string Declared, string Verified, string Claimed, string? Reason)> Values,
    CriterionScore Now,
    CriterionScore IfAccepted,
    IReadOnlyList<(string Agency, Points? ScoreBefore, Points? ScoreAfter, int? RankBefore, int? RankAfter)> Effects,
    string Reason,
    string? Refusal)
{
    public string Path => $"/settlements/{Period.Code}/{Agency.Code.ToLowerInvariant()}/{Criterion.Code}";
}
