using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>Declared values beside those of shared systems; the percentages are worked by hand.</summary>
public sealed class SharedComparisonTests
{
    [Theory]
    // 102 of 100 is just 2 %: within.
    [InlineData("102", "100", 200, false, "Kê khai cao hơn 2 %")]
    [InlineData("98", "100", 200, false, "Kê khai thấp hơn 2 %")]
    [InlineData("102.000000001", "100", 200, true, "Kê khai cao hơn ≈ 2,0000 %")]
    [InlineData("103", "100", 200, true, "Kê khai cao hơn 3 %")]
    [InlineData("97", "100", 200, true, "Kê khai thấp hơn 3 %")]
    // 1 of 50 is 2 %, 1 of 49 is 2,0408… %.
    [InlineData("51", "50", 200, false, "Kê khai cao hơn 2 %")]
    [InlineData("50", "49", 200, true, "Kê khai cao hơn ≈ 2,0408 %")]
    // Measured by what the system says, not by what is declared: 100 declared against 102 is 1,9607… %.
    [InlineData("100", "102", 200, false, "Kê khai thấp hơn ≈ 1,9608 %")]
    [InlineData("0", "5", 200, true, "Kê khai thấp hơn 100 %")]
    [InlineData("0.105", "0.1", 500, false, "Kê khai cao hơn 5 %")]
    [InlineData("0.105", "0.1", 499, true, "Kê khai cao hơn 5 %")]
    [InlineData("10001", "10000", 1, false, "Kê khai cao hơn 0,01 %")]
    [InlineData("10001", "10000", 0, true, "Kê khai cao hơn 0,01 %")]
    [InlineData("7", "7", 0, false, "Bằng nhau")]
    [InlineData("7.50", "7.5", 0, false, "Bằng nhau")]
    // By the size of the figure: −90 is 10 above −100, 10 %.
    [InlineData("-90", "-100", 200, true, "Kê khai cao hơn 10 %")]
    public void Numbers_differ_when_they_are_further_apart_than_the_tolerance(string declared, string shared, int tolerance, bool differs, string words)
    {
        var comparison = SharedComparison.Of(Number(declared), Number(shared), tolerance);

        Assert.Equal((differs, words), (comparison.Differs, comparison.InWords));
    }

    [Fact]
    public void The_percentage_is_exact_and_signed()
    {
        Assert.Equal(Rational.Of(100, 49), SharedComparison.Of(Number("50"), Number("49"), 200).Percent);
        Assert.Equal(-3, SharedComparison.Of(Number("97"), Number("100"), 200).Percent);
        Assert.Equal(0, SharedComparison.Of(Number("7"), Number("7"), 200).Percent);
    }

    [Theory]
    [InlineData("0", false, "Bằng nhau")]
    [InlineData("0.001", true, "Hệ thống ghi 0")]
    [InlineData("5", true, "Hệ thống ghi 0")]
    public void Beside_a_shared_0_anything_else_differs_whatever_the_tolerance(string declared, bool differs, string words)
    {
        var comparison = SharedComparison.Of(Number(declared), Number("0"), 100_00);

        Assert.Equal((differs, null, words), (comparison.Differs, comparison.Percent, comparison.InWords));
    }

    [Fact]
    public void What_is_not_declared_differs_even_from_0()
    {
        Assert.Equal(new SharedComparison(true, null, "Chưa kê khai"), SharedComparison.Of(null, Number("0"), 100_00));
        Assert.True(SharedComparison.Of(null, new YesNoAnswer(false), 200).Differs);
    }

    [Fact]
    public void Anything_but_a_number_differs_when_it_is_not_the_same()
    {
        AnswerValue[] values =
        [
            new YesNoAnswer(true), new YesNoAnswer(false), new ChoiceAnswer("a"), new ChoiceAnswer("b"), new MultiAnswer([]), new MultiAnswer(["a", "b"]),
            new DateAnswer(new DateOnly(2018, 11, 30)), new DateAnswer(new DateOnly(2018, 12, 1)), new TextAnswer("Có"), new TextAnswer("có"),
        ];
        foreach (var (declared, shared) in values.SelectMany(d => values.Select(s => (d, s))))
        {
            var same = ReferenceEquals(declared, shared);
            Assert.Equal(new SharedComparison(!same, null, same ? "Bằng nhau" : "Khác nhau"), SharedComparison.Of(declared, shared, 100_00));
        }
    }

    private static NumberAnswer Number(string text) => new(Rational.Parse(text));
}
