using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>points</c>: the value itself, held to 0…M (an inspector's mark, a survey, an outside score).</summary>
public sealed class PointsRule : Rule
{
    internal PointsRule(RulePlace place, Expression value)
        : base(place) => Value = value;

    public override string Kind => "points";

    public Expression Value { get; }

    internal override IEnumerable<Expression> Expressions => [Value];

    public override string InWords(CriteriaSet set) => $"Lấy giá trị {Value.InWords()} làm điểm, nhiều nhất {Show(Max)} điểm";

    internal override IReadOnlyList<string> Branches => ["giá trị lớn hơn 0", "giá trị 0 hoặc không tính được: 0 điểm"];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests) => [Value.TryNumber(facts, out var value) && value.Sign > 0 ? 0 : 1];

    internal override Rational Work(Facts facts, Bests bests) =>
        Value.TryNumber(facts, out var value) ? HeldToMax(value) : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var (reference, value) = writer.Expression(Value);
        var formula = $"points(max(0, min({Constant(Max)}, {reference})))";
        return value.IsNumber
            ? writer.Step($"Lấy {value.Display} làm điểm{Held(value.Number)}", formula, HeldToMax(value.Number))
            : writer.Step(Undefined, formula, Rational.Zero);
    }
}
