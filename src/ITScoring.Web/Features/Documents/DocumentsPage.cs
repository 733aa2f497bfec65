using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Documents;

/// <summary>The documents of a period for whoever looks.</summary>
/// <param name="Agencies">Agency with whether its result sheet and its form may be read; empty: none of them is for this person.</param>
public sealed record DocumentsPage(Period Period, IReadOnlyList<DocumentRow> Rows, IReadOnlyList<(PeriodAgency Agency, bool Result, bool Survey)> Agencies)
{
    public string PathOf(PeriodAgency agency) => $"/documents/{Period.Code}/agencies/{agency.Code.ToLowerInvariant()}";
}
