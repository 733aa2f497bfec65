using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The reviewer's queue of a period.</summary>
/// <param name="Periods">To choose from, latest first.</param>
public sealed record QueuePage(Period? Period, IReadOnlyList<Period> Periods, IReadOnlyList<QueueRow> Rows, string? Search, string? State, string Sort, int All);
