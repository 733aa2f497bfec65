using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Councils;

/// <summary>A criterion that waits for the council.</summary>
/// <param name="Because">Why it was referred.</param>
public sealed record CouncilMatter(PeriodAgency Agency, Criterion Criterion, string Because, DateTime Since);
