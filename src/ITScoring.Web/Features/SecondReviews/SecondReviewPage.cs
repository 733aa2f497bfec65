using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Reviews;

namespace ITScoring.Web.Features.SecondReviews;

/// <summary>One criterion for the second judgement: rule, what the agency handed in, the person's own values; nothing of the first judgement.</summary>
public sealed class SecondReviewPage
{
    public required ReviewForm Form { get; init; }

    public required Criterion Criterion { get; init; }

    public required SecondReview Second { get; init; }

    public required CriterionScore Declared { get; init; }

    public required IReadOnlyList<QuestionRow> Questions { get; init; }

    public required Outcome MayJudge { get; init; }

    public required string Reason { get; init; }

    /// <summary>Both judgements, once they have been compared.</summary>
    public required SecondJudgement? Compared { get; init; }

    public string Path => $"/second-reviews/{Form.Period.Code}/{Form.Agency.Code.ToLowerInvariant()}/{Criterion.Code}";
}
