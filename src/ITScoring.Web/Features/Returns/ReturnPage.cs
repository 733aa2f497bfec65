using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Reviews;

namespace ITScoring.Web.Features.Returns;

/// <summary>Choosing what goes back to the agency.</summary>
/// <param name="Chosen">Codes of the ticked questions.</param>
/// <param name="Reasons">By question code, as typed.</param>
/// <param name="Letter">The official letter, once it was read.</param>
/// <param name="DaysLeft">Working days until the deadline; null: it was not read.</param>
/// <param name="IsPreview">Everything is filled in: the message is shown before it is sent.</param>
public sealed record ReturnPage(
    ReviewForm Form, IReadOnlySet<string> Chosen, IReadOnlyDictionary<string, string> Reasons, string Deadline, DocumentReference? Letter, string? DaysLeft, bool IsPreview)
{
    /// <summary>Questions that may go back: the agency's.</summary>
    public IEnumerable<Question> QuestionsIn(Section section) => Form.Set.QuestionsIn(section.Code).Where(q => q.FilledBy == FilledBy.Agency);
}
