using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>What changed between two versions of sets.</summary>
/// <param name="Before">Null: nothing was chosen yet.</param>
/// <param name="Comparison">Null: nothing was chosen, or one of them cannot be read as a whole.</param>
/// <param name="Choices">Sets to compare with.</param>
public sealed record SetComparisonPage(SetPage Page, WorkedSet? Before, SetComparison? Comparison, IReadOnlyList<CriteriaSetVersion> Choices);
