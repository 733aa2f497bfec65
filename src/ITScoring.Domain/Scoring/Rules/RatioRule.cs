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

    public override Expression Measure => Value;

    public override bool MeasuresShare => true;

    internal override IEnumerable<Expression> Expressions => [Value];

    public override string InWords(CriteriaSet set) =>
        $"Điểm tối đa {Show(Max)} nhân với tỷ lệ {Value.InWords()}; tỷ lệ lớn hơn 1 tính là 1, nhỏ hơn 0 tính là 0";

    internal override IReadOnlyList<string> Branches => ["tỷ lệ bằng 0 hoặc không tính được: 0 điểm", "tỷ lệ giữa 0 và 1", $"tỷ lệ từ 1 trở lên: trọn {Show(Max)} điểm"];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests) =>
        [!Value.TryNumber(facts, out var value) || value.Sign <= 0 ? 0 : value < Rational.One ? 1 : 2];

    internal override Rational Work(Facts facts, Bests bests) =>
        Value.TryNumber(facts, out var value) ? PointsOf(value) : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var (reference, value) = writer.Expression(Value);
        var formula = $"points({Constant(Max)} * max(0, min(1, {reference})))";
        if (!value.IsNumber)
            return writer.Step(Undefined, formula, Rational.Zero);
        var text = value.Number > Rational.One ? $"Tỷ lệ {value.Display} lớn hơn 1 nên tính là 1, được trọn {Show(Max)} điểm"
            : value.Number.Sign < 0 ? $"Tỷ lệ {value.Display} nhỏ hơn 0 nên được 0 điểm"
            : $"Điểm tối đa {Show(Max)} × tỷ lệ {value.Display}";
        return writer.Step(text, formula, PointsOf(value.Number));
    }

    private Rational PointsOf(Rational value) =>
        value.Sign <= 0 ? Rational.Zero : value >= Rational.One ? Max : Max * value;
}
