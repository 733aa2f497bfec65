using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>yesNo</c>: points (M unless the file says otherwise) when the condition is true.</summary>
public sealed class YesNoRule : Rule
{
    internal YesNoRule(RulePlace place, Expression value, Rational? points)
        : base(place) => (Value, GivenPoints) = (value, points);

    public override string Kind => "yesNo";

    public Expression Value { get; }

    public Rational Points => GivenPoints ?? Max;

    /// <summary>As in the file; null: M.</summary>
    internal Rational? GivenPoints { get; }

    internal override IEnumerable<Expression> Expressions => [Value];

    public override string InWords(CriteriaSet set) => $"Được {Show(Points)} điểm nếu {Value.InWords()}; nếu không thì 0 điểm";

    internal override IReadOnlyList<string> Branches => [$"điều kiện đúng: {Show(Points)} điểm", "điều kiện không đúng: 0 điểm"];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests) => [Value.Holds(facts) ? 0 : 1];

    internal override Rational Work(Facts facts, Bests bests) => Value.Holds(facts) ? Points : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var (reference, value) = writer.Expression(Value);
        return writer.Step(
            // A condition with steps of its own was said there.
            $"Điều kiện {(Value.Root.IsOperation ? "" : $"“{Value.InWords()}” ")}{(value.IsTrue ? $"đúng nên được {Show(Points)} điểm" : "không đúng nên được 0 điểm")}",
            $"first({reference}, {Constant(Points)}, 0)",
            value.IsTrue ? Points : Rational.Zero);
    }
}
