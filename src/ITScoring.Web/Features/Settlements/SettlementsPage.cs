using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Settlements;

/// <summary>The explanations of a period.</summary>
public sealed record SettlementsPage(Period? Period, IReadOnlyList<Period> Periods, IReadOnlyList<SettlementRow> Rows);
