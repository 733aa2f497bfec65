namespace ITScoring.Web.Features.Reviews;

/// <summary>Choosing what goes back to the agency.</summary>
/// <param name="Chosen">Codes of the ticked questions.</param>
/// <param name="Reasons">By question code, as typed.</param>
/// <param name="IsPreview">Everything is filled in: the message is shown before it is sent.</param>
public sealed record ReturnPage(ReviewForm Form, IReadOnlySet<string> Chosen, IReadOnlyDictionary<string, string> Reasons, string Deadline, bool IsPreview);
