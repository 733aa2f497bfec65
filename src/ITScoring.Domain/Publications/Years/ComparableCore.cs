using System.Text;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Years;

/// <summary>The part of two years' sets that can be compared: criteria of the same code, name, maximum and rule. Everything else is named with the reason.</summary>
public sealed class ComparableCore
{
    private readonly HashSet<string> _core;

    private ComparableCore(IReadOnlyList<CriterionPair> pairs)
    {
        Pairs = pairs;
        _core = [.. pairs.Where(p => p.Tie == CriterionTie.Same).Select(p => p.Code)];
    }

    /// <summary>All criteria of score groups of both years, in the order of the later set, dropped ones last.</summary>
    public IReadOnlyList<CriterionPair> Pairs { get; }

    public IEnumerable<CriterionPair> Core => Pairs.Where(p => p.Tie == CriterionTie.Same);

    public IEnumerable<CriterionPair> Others => Pairs.Where(p => p.Tie != CriterionTie.Same);

    /// <summary>Sum of the core's maxima.</summary>
    public Points Max => Core.Aggregate(Points.Zero, (sum, p) => sum + Points.Parse(p.Now!.Max));

    public static ComparableCore Of(RecordCriteriaSet then, RecordCriteriaSet now)
    {
        var (earlier, later) = (Criteria(then), Criteria(now));
        var byCode = earlier.ToDictionary(c => c.Code);
        var codes = later.Select(c => c.Code).ToHashSet();
        return new ComparableCore(
        [
            .. later.Select(c => byCode.TryGetValue(c.Code, out var old) ? new CriterionPair(c.Code, Tie(old, c), old, c) : new CriterionPair(c.Code, CriterionTie.Added, null, c)),
            .. earlier.Where(c => !codes.Contains(c.Code)).Select(c => new CriterionPair(c.Code, CriterionTie.Dropped, c, null)),
        ]);
    }

    /// <returns>Null: the agency handed in nothing in one of the years, or no criterion of the core applied to it in both.</returns>
    public CoreScore? Score(RecordAgency then, RecordAgency now)
    {
        if (!then.Submitted || !now.Submitted)
            return null;
        var earlier = then.Criteria.Where(c => c is { Applicable: true, Points: not null }).ToDictionary(c => c.Code);
        var score = new CoreScore(Points.Zero, Points.Zero, Points.Zero, 0);
        foreach (var c in now.Criteria.Where(c => c is { Applicable: true, Points: not null } && _core.Contains(c.Code)))
        {
            if (earlier.TryGetValue(c.Code, out var old))
                score = new CoreScore(score.Then + Points.Parse(old.Points!), score.Now + Points.Parse(c.Points!), score.Max + Points.Parse(c.Max), score.Criteria + 1);
        }

        return score.Criteria == 0 ? null : score;
    }

    private static List<RecordCriterion> Criteria(RecordCriteriaSet set) => [.. set.Groups.Where(g => g.Kind == "score").SelectMany(g => g.Criteria)];

    private static CriterionTie Tie(RecordCriterion then, RecordCriterion now) =>
        Points.Parse(then.Max) != Points.Parse(now.Max) ? CriterionTie.OtherMax
        : Plain(then.Rule) != Plain(now.Rule) ? CriterionTie.OtherRule
        : Plain(then.Name) != Plain(now.Name) ? CriterionTie.Renamed
        : CriterionTie.Same;

    /// <summary>Spaces and the way letters are composed make no other wording.</summary>
    private static string Plain(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
