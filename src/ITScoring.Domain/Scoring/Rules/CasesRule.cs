using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>cases</c>: points of the first case whose condition is true; none: 0.</summary>
public sealed class CasesRule : Rule
{
    internal CasesRule(RulePlace place, IReadOnlyList<Case> cases)
        : base(place) => Cases = cases;

    public override string Kind => "cases";

    /// <summary>In order.</summary>
    public IReadOnlyList<Case> Cases { get; }

    internal override IEnumerable<Expression> Expressions => Cases.Select(one => one.When);

    public override string InWords(CriteriaSet set) =>
        $"Xét lần lượt: {string.Join("; ", Cases.Select(one => $"nếu {one.When.InWords()} thì được {Show(one.Points)} điểm"))}; còn lại 0 điểm";

    internal override IReadOnlyList<string> Branches => [.. Cases.Select((one, i) => $"trường hợp {i + 1}, {one.When.InWords()}: {Show(one.Points)} điểm"), "không trường hợp nào: 0 điểm"];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests)
    {
        var place = 0;
        while (place < Cases.Count && !Cases[place].When.Holds(facts))
            place++;
        return [place];
    }

    internal override Rational Work(Facts facts, Bests bests)
    {
        // All are worked out, so that every step stands in the trace.
        Case? first = null;
        foreach (var one in Cases)
        {
            if (one.When.Holds(facts))
                first ??= one;
        }

        return first?.Points ?? Rational.Zero;
    }

    internal override Explained Explain(CalculationWriter writer)
    {
        var first = -1;
        var formula = "first(";
        for (var i = 0; i < Cases.Count; i++)
        {
            var (reference, value) = writer.Expression(Cases[i].When);
            formula += $"{reference}, {Constant(Cases[i].Points)}, ";
            if (first < 0 && value.IsTrue)
                first = i;
        }

        return writer.Step(
            first < 0 ? "Không trường hợp nào đúng nên được 0 điểm" : $"Trường hợp thứ {first + 1} là trường hợp đúng đầu tiên, được {Show(Cases[first].Points)} điểm",
            formula + "0)",
            first < 0 ? Rational.Zero : Cases[first].Points);
    }
}
