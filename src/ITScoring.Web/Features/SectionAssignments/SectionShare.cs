using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Features.SectionAssignments;

/// <summary>Who is to answer one section.</summary>
/// <param name="DueOn">Last day in Vietnam; null: none of its own.</param>
public sealed record SectionShare(Section Section, IReadOnlyList<int> ContributorIds, DateOnly? DueOn, string? Word);
