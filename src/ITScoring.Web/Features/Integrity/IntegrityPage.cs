namespace ITScoring.Web.Features.Integrity;

/// <summary>All checks, in order.</summary>
public sealed record IntegrityPage(IReadOnlyList<IntegrityResult> Results, DateTime At)
{
    /// <summary>Findings of one check that the page shows; the command lists all.</summary>
    public const int Shown = 100;

    public int Total => Results.Sum(r => r.Findings.Count);
}
