using ITScoring.Web.Features.Periods;

namespace ITScoring.Web.Features.PeriodCopies;

/// <summary>The values to confirm, as they are typed: a plan and what stands beside it; what is not posted is not taken over.</summary>
public sealed class CopyForm : PlanForm
{
    public string? Code { get; set; }

    public string? Year { get; set; }

    /// <summary>In percent.</summary>
    public string? Tolerance { get; set; }

    public string? Par { get; set; }

    public string? Council { get; set; }

    public string?[]? Assignments { get; set; }
}
