using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Periods;

/// <summary>What a period needs before it opens.</summary>
public sealed record PeriodPlan(
    string Title, int CriteriaSetVersionId, DateOnly DataFrom, DateOnly DataThrough, Deadline Deadline, bool DisclosesDeclaredFigures, IReadOnlyList<PlannedAgency> Agencies);
