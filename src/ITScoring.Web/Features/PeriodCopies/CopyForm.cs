namespace ITScoring.Web.Features.PeriodCopies;

/// <summary>The values to confirm, as they are typed; what is not posted is not taken over.</summary>
public sealed class CopyForm
{
    public string? Code { get; set; }

    public string? Year { get; set; }

    public string? Title { get; set; }

    public int CriteriaSet { get; set; }

    public string? DataFrom { get; set; }

    public string? DataThrough { get; set; }

    /// <summary>The day that the letter names.</summary>
    public string? DeadlineDay { get; set; }

    /// <summary><c>before</c> ("trước ngày") or <c>end</c> ("hết ngày").</summary>
    public string? DeadlineKind { get; set; }

    public string? ReturnDays { get; set; }

    public string? ResponseDays { get; set; }

    public string? PlannedResponse { get; set; }

    /// <summary>In percent.</summary>
    public string? Tolerance { get; set; }

    public string? Discloses { get; set; }

    public string? Par { get; set; }

    public string? Council { get; set; }

    public int[]? Agencies { get; set; }

    public string?[]? Assignments { get; set; }
}
