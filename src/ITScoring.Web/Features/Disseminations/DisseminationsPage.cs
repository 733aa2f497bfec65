using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Disseminations;

/// <summary>Who has confirmed that the period was made known.</summary>
/// <param name="Rows">As filtered.</param>
/// <param name="Show"><c>missing</c>, <c>done</c> or empty for all.</param>
public sealed record DisseminationsPage(Period Period, IReadOnlyList<DisseminationRow> Rows, int All, int Confirmed, string? Search, string Show)
{
    public int Missing => All - Confirmed;

    /// <summary>Whether confirming, and so reminding, is still of use.</summary>
    public bool MayRemind => Period.State is PeriodState.Open or PeriodState.Reviewing or PeriodState.Preliminary;
}
