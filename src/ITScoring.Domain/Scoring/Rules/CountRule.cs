using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>count</c>: each × value, at most M, never below 0.</summary>
public sealed class CountRule : Rule
{
    internal CountRule(RulePlace place, Expression value, Rational each)
        : base(place) => (Value, Each) = (value, each);

    public override string Kind => "count";

    public Expression Value { get; }

    public override Expression Measure => Value;

    /// <summary>Points for each.</summary>
    public Rational Each { get; }

    internal override IEnumerable<Expression> Expressions => [Value];

    public override string InWords(CriteriaSet set) =>
        $"Lấy {(Value.Root.Binding < 5 ? $"({Value.InWords()})" : Value.InWords())} × {Show(Each)} điểm, nhiều nhất {Show(Max)} điểm";

    internal override IReadOnlyList<string> Branches => ["số lượng 0 hoặc không tính được: 0 điểm", $"chưa tới mức trần {Show(Max)} điểm", $"tới mức trần {Show(Max)} điểm"];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests) =>
        [!Value.TryNumber(facts, out var value) || value.Sign <= 0 ? 0 : Each * value < Max ? 1 : 2];

    internal override Rational Work(Facts facts, Bests bests) =>
        Value.TryNumber(facts, out var value) ? HeldToMax(Each * value) : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var (reference, value) = writer.Expression(Value);
        var formula = $"points(max(0, min({Constant(Max)}, {Constant(Each)} * {reference})))";
        if (!value.IsNumber)
            return writer.Step(Undefined, formula, Rational.Zero);
        return writer.Step($"{value.Display} × {Show(Each)} điểm{Held(Each * value.Number)}", formula, HeldToMax(Each * value.Number));
    }
}
