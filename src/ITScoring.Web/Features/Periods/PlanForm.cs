using System.Globalization;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Periods;

/// <summary>The plan page as it is posted; days as typed.</summary>
public class PlanForm
{
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

    public string? Discloses { get; set; }

    public int[]? Agencies { get; set; }

    /// <summary>Agencies that are scored but not ranked.</summary>
    public IReadOnlySet<int> NotRanked { get; private set; } = new HashSet<int>();

    /// <summary>By agency, as typed.</summary>
    public IReadOnlyDictionary<int, string> NotRankedReasons { get; private set; } = new Dictionary<int, string>();

    /// <summary>Reads the fields that carry an agency's number in their name.</summary>
    public void ReadNotRanked(IFormCollection form)
    {
        NotRanked = Numbered(form, "notRanked-").Where(f => f.Value == "true").Select(f => f.Id).ToHashSet();
        NotRankedReasons = Numbered(form, "notRankedReason-").ToDictionary(f => f.Id, f => f.Value);
    }

    private static IEnumerable<(int Id, string Value)> Numbered(IFormCollection form, string prefix) =>
        form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(f => (Ok: int.TryParse(f.Key[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id), Id: id, Value: f.Value.ToString()))
            .Where(f => f.Ok).DistinctBy(f => f.Id).Select(f => (f.Id, f.Value));

    /// <summary>What the plan says as it is stored.</summary>
    public PlanForm WithNotRanked(IEnumerable<PeriodAgency> agencies)
    {
        var stored = agencies.Where(a => !a.IsRanked).ToList();
        (NotRanked, NotRankedReasons) = (stored.Select(a => a.AgencyId).ToHashSet(), stored.ToDictionary(a => a.AgencyId, a => a.NotRankedReason ?? ""));
        return this;
    }
}
