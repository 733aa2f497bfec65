using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>A version in the list of sets.</summary>
/// <param name="Periods">Titles of the periods that use it.</param>
public sealed record SetRow(CriteriaSetVersion Version, IReadOnlyList<string> Periods);
