using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>A page of a criteria set.</summary>
/// <param name="Against">What stands against putting the draft in force.</param>
/// <param name="Periods">Titles of the periods that use it.</param>
/// <param name="Others">Other versions of the same set.</param>
/// <param name="OpenComments">By item key.</param>
public sealed record SetPage(
    WorkedSet Set, SetTab Tab, bool MayEdit, IReadOnlyList<OutcomeProblem> Against, IReadOnlyList<string> Periods, IReadOnlyList<CriteriaSetVersion> Others, IReadOnlyDictionary<string, int> OpenComments)
{
    /// <summary>Names the page in its title and breadcrumbs.</summary>
    /// <param name="part">What of the set it shows; null: the set itself.</param>
    public void Name(ViewDataDictionary view, string? part = null)
    {
        var name = Set.Version.Name;
        if (part is null)
            view.Page(name, new Crumb("Bộ tiêu chí", "/criteria-sets"), new Crumb(name));
        else
            view.Page($"{part} – {name}", new Crumb("Bộ tiêu chí", "/criteria-sets"), new Crumb(name, Path), new Crumb(part));
    }

    public string Path => $"/criteria-sets/{Set.Version.Id}";

    public string ItemPath(SetItem item) => $"/set-items/{Set.Version.Id}/{item.Key}";

    public int ProblemsOf(SetItem item) => Set.Problems.Count(p => p.Item.Key == item.Key);
}
