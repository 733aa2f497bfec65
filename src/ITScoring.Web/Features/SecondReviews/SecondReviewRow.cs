using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.SecondReviews;

/// <summary>One criterion of the sample. What either of the two judged is shown once both have.</summary>
public sealed record SecondReviewRow(SecondReview Review, PeriodAgency Agency, Criterion Criterion, string Reviewer);
