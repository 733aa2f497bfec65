using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.Reviews;

/// <summary>A form under review with all its answers and verdicts, tracked.</summary>
/// <param name="Period">With agencies and assignments.</param>
/// <param name="Submission">With its returns.</param>
/// <param name="Seconds">Second reviews that count.</param>
public sealed record ReviewForm(
    Period Period, PeriodAgency Agency, Submission Submission, CriteriaSet Set, IReadOnlyList<Answer> Answers, IReadOnlyList<CriterionVerdict> Verdicts, IReadOnlyList<SecondReview> Seconds)
{
    public Review Review { get; } = new(Set, Period, Submission, Answers, Verdicts, Seconds);

    /// <summary>Address of the form's review.</summary>
    public string Path => $"/reviews/{Period.Code}/{Agency.Code.ToLowerInvariant()}";

    /// <summary>Address of one criterion's review.</summary>
    public string PathOf(Criterion criterion) => $"{Path}/criteria/{criterion.Code}";

    /// <summary>Changes with every verdict and value of the criterion: tells whether a page still shows what is stored.</summary>
    public string StateOf(Criterion criterion) =>
        $"{Review.VerdictOn(criterion.Code)?.Version ?? 0}-{string.Join('-', Set.QuestionsOf(criterion).Select(q => Review.AnswerTo(q.Code)?.Version ?? 0))}";
}
