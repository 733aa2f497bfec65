using ITScoring.Domain.CriteriaSets.Workshop;

namespace ITScoring.Web.Features.SetReviews;

/// <summary>A comment as the page of the review shows it.</summary>
/// <param name="Item">What the item is called now.</param>
public sealed record SetCommentRow(SetComment Comment, string Author, string Item, bool MayResolve);
