using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Disseminations;

/// <summary>One agency on the manager's page.</summary>
/// <param name="Confirmed">Null: it has not confirmed.</param>
/// <param name="By">Who did, as signed-in officials read it.</param>
/// <param name="RemindedOn">The last day on which it was reminded.</param>
/// <param name="HasSigner">Whether there is anybody who could confirm.</param>
public sealed record DisseminationRow(PeriodAgency Agency, Dissemination? Confirmed, string? By, DateOnly? RemindedOn, bool HasSigner);
