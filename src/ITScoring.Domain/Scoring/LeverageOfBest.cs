namespace ITScoring.Domain.Scoring;

/// <summary>What the others of a block would get under a criterion without the agency that holds the block's best.</summary>
/// <param name="AgencyCode">Who holds it.</param>
/// <param name="IsShared">Whether others hold it too, so that it stands without this agency.</param>
/// <param name="Changes">The agencies whose points would change, in the order of the cohort.</param>
public sealed record LeverageOfBest(string AgencyCode, bool IsShared, IReadOnlyList<PointsChange> Changes)
{
    /// <summary>All changes together.</summary>
    public Points Total => Changes.Aggregate(Points.Zero, (sum, change) => sum + change.By);

    /// <summary>The change of greatest size; 0 when there is none.</summary>
    public Points Greatest => Changes.Select(change => change.By).OrderByDescending(by => Math.Abs(by.Hundredths)).FirstOrDefault();

    /// <summary>The same with the changes of these agencies only, for whoever may not see others.</summary>
    public LeverageOfBest Among(IReadOnlySet<string> agencyCodes) => this with { Changes = [.. Changes.Where(change => agencyCodes.Contains(change.AgencyCode))] };
}
