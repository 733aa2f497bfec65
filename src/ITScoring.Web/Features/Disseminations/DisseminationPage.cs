using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Disseminations;

/// <summary>An agency's own page: what it has confirmed, and the form to do so.</summary>
/// <param name="By">Who confirmed.</param>
/// <param name="MayConfirm">Whether whoever looks may.</param>
/// <param name="WhyNot">Why not, in a sentence; null when he may.</param>
public sealed record DisseminationPage(Period Period, PeriodAgency Agency, Dissemination? Confirmed, string? By, bool MayConfirm, string? WhyNot, DateOnly? Earliest)
{
    public string Path => $"/disseminations/{Period.Code}/{Agency.Code.ToLowerInvariant()}";
}
