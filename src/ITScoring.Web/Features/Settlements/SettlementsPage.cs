using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Settlements;

/// <summary>The explanations of a period.</summary>
/// <param name="Page">Which of all explanations the rows are, by their ids.</param>
public sealed record SettlementsPage(Period? Period, IReadOnlyList<Period> Periods, IReadOnlyList<SettlementRow> Rows, Paged<int> Page)
{
    public PageLinks Links => Page.Links(n => SiteLink.To($"/settlements/{Period!.Code}", ("page", n == 1 ? null : $"{n}")));
}
