using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Results;

namespace ITScoring.Web.Features.ResultYears;

/// <summary>One agency's row in the table of ranks over the years.</summary>
/// <param name="Of">Where it appears last.</param>
/// <param name="Years">In the order of the page's years; null: neither it nor a predecessor was evaluated.</param>
public sealed record AgencyThroughYears(RecordAgency Agency, PublishedRecord Of, IReadOnlyList<AgencyYear?> Years);
