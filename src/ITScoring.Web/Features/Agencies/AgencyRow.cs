using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.Agencies;

/// <summary>An agency in the list.</summary>
/// <param name="Former">Its earlier names that are not the current one.</param>
/// <param name="State"><c>now</c>, <c>ended</c> or <c>coming</c>.</param>
public sealed record AgencyRow(Agency Agency, Block Block, IReadOnlyList<string> Former, string State);
