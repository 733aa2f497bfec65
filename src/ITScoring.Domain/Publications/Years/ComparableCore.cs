using System.Text;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Years;

/// <summary>
/// The part of two years' sets that can be compared: criteria of the same code, name, maximum and rule, and those that somebody linked. Everything else is named
/// with the reason. Links count between the two sets that they name; they are not followed over a third.
/// </summary>
public sealed class ComparableCore
{
    // Codes of the later set with those of the earlier one.
    private readonly Dictionary<string, string> _core;

    private ComparableCore(IReadOnlyList<CriterionPair> pairs)
    {
        Pairs = pairs;
        _core = pairs.Where(p => p.IsComparable).ToDictionary(p => p.Now!.Code, p => p.Then!.Code);
    }

    /// <summary>All criteria of score groups of both years, in the order of the later set, dropped ones last.</summary>
    public IReadOnlyList<CriterionPair> Pairs { get; }

    public IEnumerable<CriterionPair> Core => Pairs.Where(p => p.IsComparable);

    public IEnumerable<CriterionPair> Others => Pairs.Where(p => !p.IsComparable);

    /// <summary>Sum of the core's maxima.</summary>
    public Points Max => Core.Aggregate(Points.Zero, (sum, p) => sum + Points.Parse(p.Now!.Max));

    /// <param name="links">Any links; those between other sets, and those whose criteria are gone or of another maximum, do not count.</param>
    public static ComparableCore Of(RecordCriteriaSet then, RecordCriteriaSet now, IEnumerable<CriterionLink> links)
    {
        var (earlier, later) = (Criteria(then).ToDictionary(c => c.Code), Criteria(now));
        var linked = links.Where(l => l.IsBetween(then, now) && earlier.ContainsKey(l.EarlierCriterion)).ToDictionary(l => l.LaterCriterion);
        var taken = linked.Values.Select(l => l.EarlierCriterion).ToHashSet();
        var pairs = later.Select(c => Pair(c, linked.GetValueOrDefault(c.Code), earlier, taken)).ToList();
        var used = pairs.Select(p => p.Then?.Code).OfType<string>().ToHashSet();
        return new ComparableCore([.. pairs, .. earlier.Values.Where(c => !used.Contains(c.Code)).Select(c => new CriterionPair(c.Code, CriterionTie.Dropped, c, null))]);
    }

    private static CriterionPair Pair(RecordCriterion now, CriterionLink? link, Dictionary<string, RecordCriterion> earlier, HashSet<string> taken)
    {
        if (link is not null)
        {
            var then = earlier[link.EarlierCriterion];
            return Points.Parse(then.Max) == Points.Parse(now.Max) ? new CriterionPair(now.Code, CriterionTie.Linked, then, now, link) : new CriterionPair(now.Code, CriterionTie.OtherMax, then, now);
        }

        // What was linked to another is no more the same, even under the same code.
        return earlier.TryGetValue(now.Code, out var old) && !taken.Contains(old.Code) ? new CriterionPair(now.Code, Tie(old, now), old, now) : new CriterionPair(now.Code, CriterionTie.Added, null, now);
    }

    /// <returns>Null: the agency handed in nothing in one of the years, or no criterion of the core applied to it in both.</returns>
    public CoreScore? Score(RecordAgency then, RecordAgency now)
    {
        if (!then.Submitted || !now.Submitted)
            return null;
        var earlier = then.Criteria.Where(c => c is { Applicable: true, Points: not null }).ToDictionary(c => c.Code);
        var score = new CoreScore(Points.Zero, Points.Zero, Points.Zero, 0);
        foreach (var c in now.Criteria.Where(c => c is { Applicable: true, Points: not null }))
        {
            if (_core.TryGetValue(c.Code, out var code) && earlier.TryGetValue(code, out var old))
                score = new CoreScore(score.Then + Points.Parse(old.Points!), score.Now + Points.Parse(c.Points!), score.Max + Points.Parse(c.Max), score.Criteria + 1);
        }

        return score.Criteria == 0 ? null : score;
    }

    /// <summary>Criteria of score groups; adjustments are not compared.</summary>
    internal static List<RecordCriterion> Criteria(RecordCriteriaSet set) => [.. set.Groups.Where(g => g.Kind == "score").SelectMany(g => g.Criteria)];

    private static CriterionTie Tie(RecordCriterion then, RecordCriterion now) =>
        Points.Parse(then.Max) != Points.Parse(now.Max) ? CriterionTie.OtherMax
        : Plain(then.Rule) != Plain(now.Rule) ? CriterionTie.OtherRule
        : Plain(then.Name) != Plain(now.Name) ? CriterionTie.Renamed
        : CriterionTie.Same;

    /// <summary>Spaces and the way letters are composed make no other wording.</summary>
    private static string Plain(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
