namespace ITScoring.Web.Features.Comparisons;

/// <summary>What is shown of a comparison and how it is sorted.</summary>
/// <param name="Block">Code; null: all blocks.</param>
/// <param name="Agency">Code of the agency that is marked; null: none.</param>
/// <param name="Sort">Column as asked for; null: verified points, highest first.</param>
public sealed record ComparisonFilter(string? Block, string? Agency, string? Sort, bool Ascending)
{
    public const string ByName = "name";
    public const string ByMeasure = "measure";
    public const string BySelf = "self";
    public const string ByPoints = "points";
    public const string ByDifference = "difference";

    public string SortedBy => Sort ?? ByPoints;

    /// <summary>Reads what stands in the address; what is no column sorts by points.</summary>
    public static ComparisonFilter Read(string? block, string? agency, string? sort, string? order) =>
        new(block, agency, sort is ByName or ByMeasure or BySelf or ByPoints or ByDifference ? sort : null, order == "asc");
}
