namespace ITScoring.Web.Features.Periods;

/// <summary>The plan page as it is posted; days as typed.</summary>
public sealed class PlanForm
{
    public string? Title { get; set; }

    public int CriteriaSet { get; set; }

    public string? DataFrom { get; set; }

    public string? DataThrough { get; set; }

    /// <summary>The day that the letter names.</summary>
    public string? DeadlineDay { get; set; }

    /// <summary><c>before</c> ("trước ngày") or <c>end</c> ("hết ngày").</summary>
    public string? DeadlineKind { get; set; }

    public string? Discloses { get; set; }

    public int[]? Agencies { get; set; }
}
