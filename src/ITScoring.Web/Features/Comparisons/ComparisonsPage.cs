using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Comparisons;

/// <summary>The criteria of a period with how much the agencies differ under each.</summary>
/// <param name="Agencies">Agencies that have handed in and may be seen.</param>
public sealed record ComparisonsPage(Period Period, CriteriaSet Set, Paged<CriterionSpread> Rows, int Agencies, string? Search, string Sort)
{
    public string PageLink(int number) => SiteLink.To($"/comparisons/{Period.Code}", ("search", Search), ("sort", Sort), ("page", number == 1 ? null : $"{number}"));
}
