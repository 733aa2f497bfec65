using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>best</c>: the greatest of the parts, at most M.</summary>
public sealed class BestRule : Rule
{
    internal BestRule(RulePlace place, IReadOnlyList<Rule> parts)
        : base(place) => Parts = parts;

    public override string Kind => "best";

    public override IReadOnlyList<Rule> Parts { get; }

    public override IEnumerable<string> Questions => Parts.SelectMany(part => part.Questions);

    internal override IEnumerable<Expression> Expressions => Parts.SelectMany(part => part.Expressions);

    public override string InWords(CriteriaSet set) =>
        $"Lấy phần có điểm cao nhất, tối đa {Show(Max)} điểm: {string.Join("; ", Parts.Select((part, i) => $"({i + 1}) {part.InWords(set)}"))}";

    internal override IReadOnlyList<string> Branches => [.. Parts.Select((_, i) => $"phần {i + 1} cho điểm cao nhất")];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests)
    {
        var points = Parts.Select(part => part.Work(facts, bests)).ToList();
        var best = points.Aggregate(Rational.Zero, Rational.Max);
        return best.IsZero ? [] : Enumerable.Range(0, points.Count).Where(i => points[i] == best);
    }

    internal override Rational Work(Facts facts, Bests bests)
    {
        var best = Rational.Zero;
        foreach (var part in Parts)
            best = Rational.Max(best, part.Work(facts, bests));
        return Rational.Min(Max, best);
    }

    internal override Explained Explain(CalculationWriter writer)
    {
        var parts = Parts.Select(part => part.Explain(writer)).ToList();
        return writer.Step(
            $"Lấy phần cao nhất, tối đa {Show(Max)}: {string.Join("; ", parts.Select(part => Show(part.Points)))}",
            $"min({Constant(Max)}, {parts.Select(part => part.Reference).Aggregate((a, b) => $"max({a}, {b})")})",
            Rational.Min(Max, parts.Aggregate(Rational.Zero, (best, part) => Rational.Max(best, part.Points))));
    }
}
