using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.SecondReviews;

/// <summary>The sample of a period and how far the two judgements agree.</summary>
/// <param name="InSample">Drawn and not withdrawn.</param>
/// <param name="Waiting">Of these, still to be judged.</param>
/// <param name="Agreements">By second reviewer.</param>
/// <param name="Reviewers">Who could judge a second time.</param>
public sealed record SecondReviewsPage(
    Period Period,
    CriteriaSet Set,
    Paged<SecondReviewRow> Rows,
    int InSample,
    int Waiting,
    Agreement Agreement,
    IReadOnlyList<(string Reviewer, Agreement Agreement)> Agreements,
    IReadOnlyList<(int Id, string Name)> Reviewers,
    DrawForm Form)
{
    public PageLinks Links => Rows.Links(n => SiteLink.To($"/second-reviews/{Period.Code}", ("page", n == 1 ? null : $"{n}")));
}
