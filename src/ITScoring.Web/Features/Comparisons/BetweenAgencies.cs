using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Comparisons;

/// <summary>The place of one agency among those of its block under one criterion, for the criterion's review.</summary>
/// <param name="Count">Agencies of the block that have handed in and may be seen.</param>
/// <param name="Rows">The agency, its neighbours in rank and the outliers, by place.</param>
/// <param name="Link">Address of the whole comparison.</param>
public sealed record BetweenAgencies(Criterion Criterion, DotStrip? Strip, IReadOnlyList<ComparisonRow> Rows, int Count, string Link);
