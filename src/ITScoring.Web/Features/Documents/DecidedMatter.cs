using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.Documents;

/// <summary>A matter that a session decided.</summary>
public sealed record DecidedMatter(PeriodAgency Agency, Criterion Criterion, CouncilDecision Decision);
