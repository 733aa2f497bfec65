using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Periods;

/// <summary>What a period needs before it opens.</summary>
public sealed record PeriodPlan(
    string Title, int CriteriaSetVersionId, DateOnly DataFrom, DateOnly DataThrough, Deadline Deadline, bool DisclosesDeclaredFigures, IReadOnlyList<PlannedAgency> Agencies)
{
    /// <summary>Working days that returns propose; null: none.</summary>
    public int? ReturnDays { get; init; }

    /// <summary>Working days for explanations; null: none.</summary>
    public int? ResponseDays { get; init; }

    /// <summary>Until when explanations are to be taken; null: not planned.</summary>
    public DateOnly? PlannedResponseOn { get; init; }
}
