using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>sum</c>: sum of the parts, at most M.</summary>
public sealed class SumRule : Rule
{
    internal SumRule(RulePlace place, IReadOnlyList<Rule> parts)
        : base(place) => Parts = parts;

    public override string Kind => "sum";

    public override IReadOnlyList<Rule> Parts { get; }

    public override IEnumerable<string> Questions => Parts.SelectMany(part => part.Questions);

    internal override IEnumerable<Expression> Expressions => Parts.SelectMany(part => part.Expressions);

    public override string InWords(CriteriaSet set) =>
        $"Cộng điểm các phần, tối đa {Show(Max)} điểm: {string.Join("; ", Parts.Select((part, i) => $"({i + 1}) {part.InWords(set)}"))}";

    // Only where the parts together can pass the max is there anything besides their own.
    internal override IReadOnlyList<string> Branches =>
        Parts.Aggregate(Rational.Zero, (sum, part) => sum + part.Max) > Max ? [$"tổng các phần chưa quá {Show(Max)} điểm", $"tổng các phần quá {Show(Max)} điểm nên lấy {Show(Max)}"] : [];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests) =>
        Branches.Count == 0 ? [] : [Parts.Aggregate(Rational.Zero, (sum, part) => sum + part.Work(facts, bests)) <= Max ? 0 : 1];

    internal override Rational Work(Facts facts, Bests bests)
    {
        var sum = Rational.Zero;
        foreach (var part in Parts)
            sum += part.Work(facts, bests);
        return Rational.Min(Max, sum);
    }

    internal override Explained Explain(CalculationWriter writer)
    {
        var parts = Parts.Select(part => part.Explain(writer)).ToList();
        return writer.Step(
            $"Cộng các phần, tối đa {Show(Max)}: {string.Join(" + ", parts.Select(part => Show(part.Points)))}",
            $"min({Constant(Max)}, {string.Join(" + ", parts.Select(part => part.Reference))})",
            Rational.Min(Max, parts.Aggregate(Rational.Zero, (sum, part) => sum + part.Points)));
    }
}
