using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.SecondReviews;

/// <summary>The sample of a period and how far the two judgements agree.</summary>
/// <param name="Agreements">By second reviewer.</param>
/// <param name="Reviewers">Who could judge a second time.</param>
public sealed record SecondReviewsPage(
    Period Period,
    CriteriaSet Set,
    IReadOnlyList<SecondReviewRow> Rows,
    Agreement Agreement,
    IReadOnlyList<(string Reviewer, Agreement Agreement)> Agreements,
    IReadOnlyList<(int Id, string Name)> Reviewers,
    DrawForm Form)
{
    public const int Size = 50;

    public int Number { get; init; } = 1;

    public int Pages => Math.Max(1, (Rows.Count + Size - 1) / Size);

    public IEnumerable<SecondReviewRow> Shown => Rows.Skip((Number - 1) * Size).Take(Size);
}
