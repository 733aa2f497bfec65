using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>bands</c>: points of the first band, from the top, that the value reaches; none: 0.</summary>
public sealed class BandsRule : Rule
{
    internal BandsRule(RulePlace place, Expression value, IReadOnlyList<Band> bands)
        : base(place) => (Value, Bands) = (value, bands);

    public override string Kind => "bands";

    public Expression Value { get; }

    public override Expression Measure => Value;

    public override bool MeasuresShare => Bands.All(band => band.Limit <= Rational.One);

    /// <summary>In descending order.</summary>
    public IReadOnlyList<Band> Bands { get; }

    internal override IEnumerable<Expression> Expressions => [Value];

    public override string InWords(CriteriaSet set) =>
        $"Theo giá trị {Value.InWords()}: {string.Join("; ", Bands.Select(band => $"{Words(band)} được {Show(band.Points)} điểm"))}; còn lại 0 điểm";

    internal override IReadOnlyList<string> Branches => [.. Bands.Select(band => $"mức “{Words(band)}”: {Show(band.Points)} điểm"), "không đạt mức nào: 0 điểm"];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests)
    {
        var reached = Value.TryNumber(facts, out var value) ? Reached(value) : null;
        var place = 0;
        while (place < Bands.Count && Bands[place] != reached)
            place++;
        return [place];
    }

    internal override Rational Work(Facts facts, Bests bests) =>
        Value.TryNumber(facts, out var value) ? Reached(value)?.Points ?? Rational.Zero : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var (reference, value) = writer.Expression(Value);
        var cases = Bands.Select(band => $"{reference} {(band.Above ? ">" : ">=")} {Constant(band.Limit)}, {Constant(band.Points)}, ");
        var formula = $"first({string.Concat(cases)}0)";
        if (!value.IsNumber)
            return writer.Step(Undefined, formula, Rational.Zero);
        return Reached(value.Number) is { } reached
            ? writer.Step($"{value.Display} đạt mức “{Words(reached)}” nên được {Show(reached.Points)} điểm", formula, reached.Points)
            : writer.Step($"{value.Display} không đạt mức nào nên được 0 điểm", formula, Rational.Zero);
    }

    private static string Words(Band band) => band.Above ? $"trên {Show(band.Limit)}" : $"từ {Show(band.Limit)} trở lên";

    private Band? Reached(Rational value) => Bands.FirstOrDefault(band => band.Reaches(value));
}
