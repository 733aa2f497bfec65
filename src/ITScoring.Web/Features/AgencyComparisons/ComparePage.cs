using ITScoring.Domain.Publications;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Results;

namespace ITScoring.Web.Features.AgencyComparisons;

/// <summary>Agencies side by side.</summary>
/// <param name="LeftOut">Asked for beyond <see cref="Most"/>.</param>
public sealed record ComparePage(PublishedRecord Result, IReadOnlyList<RecordAgency> Agencies, IReadOnlyList<RecordAgency> LeftOut, bool OnlyDifferences)
{
    /// <summary>More columns are read by nobody.</summary>
    public const int Most = 4;

    public PublicRecord Record => Result.Record;

    public bool HasRoom => Agencies.Count < Most;

    /// <summary>Those who can still be added, by block.</summary>
    public IEnumerable<(string Block, IReadOnlyList<RecordAgency> Agencies)> Others => Record.Blocks
        .Select(b => (b.Name, (IReadOnlyList<RecordAgency>)[.. Record.Agencies.Where(a => a.Block == b.Code && !Agencies.Contains(a))])).Where(b => b.Item2.Count > 0);

    /// <summary>The page's address with other agencies, or with or without the criteria in which they agree.</summary>
    public string Address(IEnumerable<RecordAgency> agencies, bool? onlyDifferences = null)
    {
        var keys = agencies.Select(a => "a=" + Uri.EscapeDataString(a.Code.ToLowerInvariant())).Concat(onlyDifferences ?? OnlyDifferences ? ["only=differences"] : []).ToList();
        return $"/results/{Result.Period.Code}/compare{(keys.Count == 0 ? "" : "?" + string.Join('&', keys))}";
    }

    public string Without(RecordAgency agency) => Address(Agencies.Where(a => a != agency));

    /// <summary>Points of one criterion in the order of the agencies; null: it does not apply.</summary>
    public IReadOnlyList<Points?> Of(RecordCriterion criterion) =>
        [.. Agencies.Select(a => a.Criteria.First(c => c.Code == criterion.Code)).Select(c => c is { Applicable: true, Points: { } points } ? Points.Parse(points) : (Points?)null)];

    /// <summary>Highest less lowest; null: fewer than two have a value.</summary>
    public static Points? Spread(IReadOnlyList<Points?> values) =>
        values.OfType<Points>().ToList() is { Count: > 1 } given ? given.Max() - given.Min() : null;

    /// <summary>Whether the agencies do not all stand alike.</summary>
    public static bool Differ<T>(IReadOnlyList<T?> values)
        where T : struct => values.Distinct().Count() > 1;

    /// <summary>Whether a value is the highest of several that differ.</summary>
    public static bool IsBest<T>(IReadOnlyList<T?> values, T? value)
        where T : struct, IComparable<T> => value is { } own && values.OfType<T>().ToList() is { Count: > 1 } given && given.Distinct().Count() > 1 && given.Max().CompareTo(own) == 0;
}
