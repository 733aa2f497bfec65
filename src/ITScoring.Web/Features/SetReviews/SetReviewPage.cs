using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Features.CriteriaSets;

namespace ITScoring.Web.Features.SetReviews;

/// <summary>The review of a draft.</summary>
/// <param name="Possible">Who could be asked; empty for whoever may not ask.</param>
/// <param name="IsReviewer">Whether the user was asked.</param>
public sealed record SetReviewPage(
    WorkedSet Set,
    IReadOnlyList<(int Id, string Name, SetReviewer Reviewer)> Reviewers,
    IReadOnlyList<(int Id, string Name, string Role)> Possible,
    IReadOnlyList<SetCommentRow> Comments,
    bool IsReviewer,
    bool MayAsk);
