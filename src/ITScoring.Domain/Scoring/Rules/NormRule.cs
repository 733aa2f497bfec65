using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>norm</c>: 0 when value &lt; floor; else M × min(1, value / norm), never below 0.</summary>
public sealed class NormRule : Rule
{
    internal NormRule(RulePlace place, Expression value, Rational norm, Rational? floor)
        : base(place) => (Value, Norm, Floor) = (value, norm, floor);

    public override string Kind => "norm";

    public Expression Value { get; }

    /// <summary>The value that earns all points, above 0.</summary>
    public Rational Norm { get; }

    /// <summary>Below this value: 0 points.</summary>
    public Rational? Floor { get; }

    internal override IEnumerable<Expression> Expressions => [Value];

    public override string InWords(CriteriaSet set) =>
        $"Giá trị {Value.InWords()} chia cho định mức {Show(Norm)}, không quá 1 và không dưới 0, nhân điểm tối đa {Show(Max)}"
        + (Floor is { } floor ? $"; giá trị dưới {Show(floor)} thì được 0 điểm" : "");

    internal override Rational Work(Facts facts, Bests bests) =>
        Value.TryNumber(facts, out var value) ? PointsOf(value) : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var (reference, value) = writer.Expression(Value);
        var share = $"{Constant(Max)} * max(0, min(1, {reference} / {Constant(Norm)}))";
        var formula = Floor is { } least ? $"points(first({reference} < {Constant(least)}, 0, {share}))" : $"points({share})";
        if (!value.IsNumber)
            return writer.Step("Giá trị không xác định nên được 0 điểm", formula, Rational.Zero);
        if (value.Number < Floor)
            return writer.Step($"{value.Display} thấp hơn mức sàn {Show(Floor.Value)} nên được 0 điểm", formula, Rational.Zero);
        return writer.Step(
            $"{value.Display} ÷ định mức {Show(Norm)}, giữ trong khoảng 0 đến 1 rồi nhân điểm tối đa {Show(Max)}", formula, PointsOf(value.Number));
    }

    private Rational PointsOf(Rational value) =>
        value < Floor || value.Sign <= 0 ? Rational.Zero : value >= Norm ? Max : Max * value / Norm;
}
