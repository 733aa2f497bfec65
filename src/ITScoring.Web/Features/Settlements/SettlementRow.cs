using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.Settlements;

/// <summary>One explanation in the list of those to be settled.</summary>
/// <param name="MaySettle">Whether this person may settle it now.</param>
public sealed record SettlementRow(PeriodAgency Agency, Criterion Criterion, Explanation Explanation, bool MaySettle);
