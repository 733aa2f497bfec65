using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary>
/// <c>bestOfCohort</c>: M × value / best, held to 0…M, where best is the greatest defined value among the agencies of the
/// block to which the criterion applies, ranked or not, submitted or not; 0 when best ≤ 0.
/// </summary>
public sealed class BestOfCohortRule : Rule
{
    internal BestOfCohortRule(RulePlace place, Expression value)
        : base(place) => Value = value;

    public override string Kind => "bestOfCohort";

    public Expression Value { get; }

    public override Expression Measure => Value;

    /// <summary>Place among the best-of-cohort rules of the set.</summary>
    internal int Index { get; set; }

    internal override IEnumerable<Expression> Expressions => [Value];

    public override string InWords(CriteriaSet set) =>
        $"Lấy giá trị {Value.InWords()} của cơ quan ÷ giá trị cao nhất trong khối × điểm tối đa {Show(Max)}; cơ quan cao nhất được trọn {Show(Max)} điểm";

    internal override IReadOnlyList<string> Branches => ["là giá trị cao nhất trong khối", "thấp hơn giá trị cao nhất trong khối"];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests) =>
        !Value.TryNumber(facts, out var value) || !bests.TryValue(Index, out var best) || best.Sign <= 0 ? [] : [value >= best ? 0 : 1];

    internal override Rational Work(Facts facts, Bests bests) =>
        Value.TryNumber(facts, out var value) ? PointsOf(value, bests) : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var (reference, value) = writer.Expression(Value);
        var best = writer.Bests.Of(Index);
        writer.Best ??= best;
        if (best is null || best.Value.Sign <= 0)
            return writer.Step("Trong khối không có giá trị nào lớn hơn 0 để so sánh nên được 0 điểm", "0", Rational.Zero);
        var formula = $"points(max(0, min({Constant(Max)}, {Constant(Max)} * {reference} / {Constant(best.Value)})))";
        if (!value.IsNumber)
            return writer.Step(Undefined, formula, Rational.Zero);
        if (value.Number.Sign < 0)
            return writer.Step($"{value.Display} nhỏ hơn 0 nên được 0 điểm", formula, Rational.Zero);
        var whose = best.AgencyCodes.Count == 0 ? "công bố kỳ trước" : best.IsProvisional ? "của chính cơ quan" : string.Join(", ", best.AgencyCodes);
        return writer.Step(
            $"{value.Display} ÷ giá trị cao nhất{(best.IsProvisional ? " tạm tính" : "")} {Show(best.Value)} ({whose}) × điểm tối đa {Show(Max)}",
            formula,
            PointsOf(value.Number, writer.Bests));
    }

    private Rational PointsOf(Rational value, Bests bests) =>
        !bests.TryValue(Index, out var best) || best.Sign <= 0 ? Rational.Zero : HeldToMax(Max * value / best);
}
