using CsCheck;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Rankings;

/// <summary>Points of criterion 7.1.3, worked out by hand.</summary>
public sealed class ParRuleTests
{
    private static readonly Points Scale = Points.Parse("1000.00");

    [Theory]
    // 812,35 ÷ 1000 × 1,5 = 1,218525; 870 ÷ 1000 × 1,5 = 1,305 rounds away from zero
    [InlineData("812.35", "1.22")]
    [InlineData("870.00", "1.31")]
    [InlineData("1000.00", "1.50")]
    [InlineData("0.00", "0.00")]
    public void In_proportion_to_the_score(string score, string points) =>
        Assert.Equal(points, new ParRule(ParMethod.Linear, Points.Parse("1.50"), []).Of(Points.Parse(score), Scale, "Tốt").Points.ToString());

    [Theory]
    [InlineData("Tốt", "2.00")]
    [InlineData("Khá", "1.50")]
    [InlineData("Yếu", "0.00")]
    public void By_class(string @class, string points) =>
        Assert.Equal(points, new ParRule(ParMethod.ByClass, Points.Parse("2.00"), [new("Tốt", null, 100), new("Khá", null, 75), new("Yếu", null, 0)]).Of(Points.Parse("700.00"), Scale, @class).Points.ToString());

    [Theory]
    [InlineData("900.00", "1.00")]
    [InlineData("899.99", "0.50")]
    [InlineData("500.00", "0.50")]
    [InlineData("499.99", "0.00")]
    public void By_bands_each_of_which_begins_at_its_limit(string score, string points) =>
        Assert.Equal(points, new ParRule(ParMethod.ByBands, Points.Parse("1.00"), [new(null, 90, 100), new(null, 50, 50)]).Of(Points.Parse(score), Scale, null).Points.ToString());

    [Fact]
    public void Who_has_no_score_has_no_points_and_a_rule_says_what_is_wrong_with_it()
    {
        Assert.Null(new ParRule(ParMethod.Linear, Points.Parse("1.50"), []).Of(null, Scale, null).Points);
        Assert.Equal("max", Assert.Single(new ParRule(ParMethod.Linear, Points.Zero, []).Problems([])).At);
        Assert.Contains("cao xuống thấp", Assert.Single(new ParRule(ParMethod.ByBands, Points.Parse("1.00"), [new(null, 50, 50), new(null, 90, 100)]).Problems([])).Text);
        Assert.Contains("Tốt, Khá", Assert.Single(new ParRule(ParMethod.ByClass, Points.Parse("1.00"), [new("Tốt", null, 100)]).Problems(["Tốt", "Khá"])).Text);
        Assert.Contains("0 đến 100", Assert.Single(new ParRule(ParMethod.ByBands, Points.Parse("1.00"), [new(null, 50, 101)]).Problems([])).Text);
    }

    [Fact]
    public void What_is_written_is_read_again() => Gen.Select(Gen.Enum<ParMethod>(), Gen.Int[1, 10000], Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 4]).Sample((method, max, steps) =>
    {
        var rule = new ParRule(method, new Points(max), [.. steps.Select(s => method == ParMethod.ByClass ? new ParStep($"Loại {s.Item1}", null, s.Item2) : new ParStep(null, Rational.Of(s.Item1, 2), s.Item2))]);
        var read = ParRule.Read(rule.ToJson());

        Assert.Equal((rule.Method, rule.Max), (read.Method, read.Max));
        Assert.Equal(rule.Steps, read.Steps);
    }, iter: 100);
}
