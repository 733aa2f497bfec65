using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.PointsToWin;

/// <summary>One criterion and what it can still bring.</summary>
/// <param name="Questions">What feeds it: whether answered, and whether a claim lacks its evidence.</param>
/// <param name="Unproved">Points that rest on a claim without evidence.</param>
public sealed record PointsRow(Criterion Criterion, CriterionScore Score, IReadOnlyList<(Question Question, bool IsAnswered, bool LacksEvidence)> Questions, Points Unproved)
{
    /// <summary>Whether the agency answers anything that feeds it.</summary>
    public bool IsTheAgencys => Questions.Any(q => q.Question.FilledBy == FilledBy.Agency);
}
