using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.Reviews;

/// <summary>A second judgement beside the first.</summary>
/// <param name="Values">The criterion's questions with both values, as people read them.</param>
public sealed record SecondJudgement(SecondReview Review, string By, IReadOnlyList<(Question Question, string First, string Second)> Values);
