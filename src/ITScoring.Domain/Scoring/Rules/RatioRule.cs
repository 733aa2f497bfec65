using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>ratio</c>: M × value, value held to 0…1.</summary>
public sealed class RatioRule : Rule
{
    internal RatioRule(RulePlace place, Expression value)
        : base(place) => Value = value;

    public override string Kind => "ratio";

    public Expression Value { get; }

    internal override IEnumerable<Expression> Expressions => [Value];

    public override string InWords(CriteriaSet set) =>
        $"Tỷ lệ {Value.InWords()}, giữ trong khoảng 0 đến 1, nhân điểm tối đa {Show(Max)}";

    internal override Rational Work(Facts facts, Bests bests) =>
        Value.TryNumber(facts, out var value) ? PointsOf(value) : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var (reference, value) = writer.Expression(Value);
        var formula = $"points({Constant(Max)} * max(0, min(1, {reference})))";
        return value.IsNumber
            ? writer.Step($"Giữ {value.Display} trong khoảng 0 đến 1 rồi nhân điểm tối đa {Show(Max)}", formula, PointsOf(value.Number))
            : writer.Step("Tỷ lệ không xác định nên được 0 điểm", formula, Rational.Zero);
    }

    private Rational PointsOf(Rational value) =>
        value.Sign <= 0 ? Rational.Zero : value >= Rational.One ? Max : Max * value;
}
