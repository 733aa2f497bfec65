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

    public override Expression Measure => Value;

    public override bool MeasuresShare => Norm <= Rational.One;

    /// <summary>The value that earns all points, above 0.</summary>
    public Rational Norm { get; }

    /// <summary>Below this value: 0 points.</summary>
    public Rational? Floor { get; }

    internal override IEnumerable<Expression> Expressions => [Value];

    public override string InWords(CriteriaSet set) =>
        $"So giá trị {Value.InWords()} với định mức {Show(Norm)}: đạt định mức trở lên được trọn {Show(Max)} điểm; thấp hơn thì lấy giá trị ÷ định mức × {Show(Max)} điểm"
        + (Floor is { } floor ? $"; giá trị dưới {Show(floor)} được 0 điểm" : "");

    internal override IReadOnlyList<string> Branches =>
        [$"dưới định mức {Show(Norm)}", $"đạt định mức {Show(Norm)}", .. Floor is { } floor ? new[] { $"dưới mức sàn {Show(floor)}: 0 điểm" } : []];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests) =>
        !Value.TryNumber(facts, out var value) ? [] : [value < Floor ? 2 : value < Norm ? 0 : 1];

    internal override Rational Work(Facts facts, Bests bests) =>
        Value.TryNumber(facts, out var value) ? PointsOf(value) : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var (reference, value) = writer.Expression(Value);
        var share = $"{Constant(Max)} * max(0, min(1, {reference} / {Constant(Norm)}))";
        var formula = Floor is { } least ? $"points(first({reference} < {Constant(least)}, 0, {share}))" : $"points({share})";
        if (!value.IsNumber)
            return writer.Step(Undefined, formula, Rational.Zero);
        if (value.Number < Floor)
            return writer.Step($"{value.Display} thấp hơn mức sàn {Show(Floor.Value)} nên được 0 điểm", formula, Rational.Zero);
        var text = value.Number >= Norm ? $"{value.Display} đạt định mức {Show(Norm)} nên được trọn {Show(Max)} điểm"
            : value.Number.Sign < 0 ? $"{value.Display} nhỏ hơn 0 nên được 0 điểm"
            : $"{value.Display} ÷ định mức {Show(Norm)} × điểm tối đa {Show(Max)}";
        return writer.Step(text, formula, PointsOf(value.Number));
    }

    private Rational PointsOf(Rational value) =>
        value < Floor || value.Sign <= 0 ? Rational.Zero : value >= Norm ? Max : Max * value / Norm;
}
