using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Assignments;

/// <summary>Who verifies whom.</summary>
/// <param name="Reviewers">With their work load: criteria that are theirs in all forms of the period.</param>
/// <param name="Set">Null: the period has no criteria set yet, and only whole forms can be given.</param>
public sealed record ReviewersPage(Period Period, CriteriaSet? Set, IReadOnlyList<AssignableReviewer> Reviewers, PartForm Part)
{
    public string NameOf(int reviewerId) => Reviewers.FirstOrDefault(r => r.Id == reviewerId)?.Name ?? "–";
}
