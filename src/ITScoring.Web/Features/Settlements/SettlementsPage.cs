using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Settlements;

/// <summary>The explanations of a period.</summary>
/// <param name="All">On all pages.</param>
/// <param name="Number">Of the page, from 1.</param>
public sealed record SettlementsPage(Period? Period, IReadOnlyList<Period> Periods, IReadOnlyList<SettlementRow> Rows, int All, int Number, int Pages);
