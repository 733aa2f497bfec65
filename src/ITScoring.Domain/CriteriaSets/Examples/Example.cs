using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Examples;

/// <summary>A test of the rules (kiểm thử) that travels with a set: the answers of a small cohort and the points that the annex gives for them.</summary>
/// <param name="Code">Unique among the examples of the set.</param>
/// <param name="Agencies">As in a cohort.</param>
/// <param name="Expected">In the order of the file.</param>
public sealed record Example(string Code, string Name, IReadOnlyList<CohortAgency> Agencies, IReadOnlyList<ExpectedPoints> Expected);
