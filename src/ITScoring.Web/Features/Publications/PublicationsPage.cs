using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Publications;

/// <summary>Every publication of a period, latest first.</summary>
/// <param name="Notice">What must be said of the figures; null: nothing.</param>
/// <param name="MayFetchFull">Whether this reader belongs to those who get the full package.</param>
public sealed record PublicationsPage(Period Period, string? Notice, string Licence, bool MayFetchFull, IReadOnlyList<PublicationRow> Publications);
