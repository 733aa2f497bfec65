using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Conflicts;

/// <summary>Conflicts of interest of a period: a reviewer's own, all of them for the manager.</summary>
public sealed record ConflictsPage(Period Period, IReadOnlyList<(ConflictOfInterest Conflict, string Reviewer, string Agency)> Rows, IReadOnlyList<PeriodAgency> Open, int? Agency, string? Reason, int? Lifting);
