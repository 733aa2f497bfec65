using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>A page of a criteria set.</summary>
/// <param name="Against">What stands against putting the draft in force.</param>
/// <param name="Periods">Titles of the periods that use it.</param>
/// <param name="Others">Other versions of the same set.</param>
/// <param name="OpenComments">By item key.</param>
public sealed record SetPage(
    WorkedSet Set, SetTab Tab, bool MayEdit, IReadOnlyList<OutcomeProblem> Against, IReadOnlyList<string> Periods, IReadOnlyList<CriteriaSetVersion> Others, IReadOnlyDictionary<string, int> OpenComments)
{
    public string Path => $"/criteria-sets/{Set.Version.Id}";

    public string ItemPath(SetItem item) => $"/set-items/{Set.Version.Id}/{item.Key}";

    public int ProblemsOf(SetItem item) => Set.Problems.Count(p => p.Item.Key == item.Key);
}
