using CsCheck;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>The modified z-score; the numbers are worked by hand.</summary>
public sealed class RobustScoresTests
{
    [Fact]
    public void The_score_is_the_distance_from_the_median_by_the_median_distance()
    {
        // Median 5; distances 4 3 2 1 0 1 2 3 95, sorted 0 1 1 2 2 3 3 4 95: MAD 2.
        var scores = Of(1, 2, 3, 4, 5, 6, 7, 8, 100);

        Assert.Equal((9, Number("5"), Number("2"), false), (scores.Count, scores.Median, scores.Deviation, scores.IsByMean));
        Assert.Equal(Number("32.03875"), scores.ScoreOf(100)); // 0.6745 × 95 ÷ 2
        Assert.Equal(Number("-1.349"), scores.ScoreOf(1)); // 0.6745 × −4 ÷ 2
        Assert.True(scores.IsOutlier(100));
        Assert.DoesNotContain(Enumerable.Range(1, 8), x => scores.IsOutlier(x));
    }

    [Fact]
    public void Of_an_even_number_the_median_is_the_mean_of_the_two_middle_ones()
    {
        // 1 2 3 10 20 30: median 6.5; distances 5.5 4.5 3.5 3.5 13.5 23.5: MAD (4.5 + 5.5) ÷ 2 = 5.
        var scores = Of(30, 1, 20, 2, 10, 3);

        Assert.Equal((Number("6.5"), Number("5")), (scores.Median, scores.Deviation));
        Assert.Equal(Number("3.17015"), scores.ScoreOf(30)); // 0.6745 × 23.5 ÷ 5
        Assert.False(scores.IsOutlier(30));
    }

    [Theory]
    [InlineData(35_000, false)] // 0.6745 × 35000 ÷ 6745 is 3.5 exactly
    [InlineData(35_001, true)]
    public void Only_beyond_three_and_a_half_a_value_is_an_outlier(int value, bool outlier) => Assert.Equal(outlier, Of(0, -6745, -6745, 6745, value).IsOutlier(value));

    [Fact]
    public void Where_more_than_half_are_equal_the_mean_distance_takes_the_place()
    {
        // Twenty times 10 and once 3: MAD 0, MeanAD 7 ÷ 21 = 1/3; z = −7 ÷ (1.253314 ÷ 3) = −21 ÷ 1.253314 ≈ −16.76.
        var scores = Of([.. Enumerable.Repeat(10, 20), 3]);

        Assert.Equal((Rational.Of(1, 3), true), (scores.Deviation, scores.IsByMean));
        Assert.Equal(Rational.Of(-21_000_000, 1_253_314), scores.ScoreOf(3));
        Assert.True(scores.IsOutlier(3));
        Assert.False(scores.IsOutlier(10));
    }

    [Fact]
    public void Where_a_quarter_has_nothing_having_nothing_is_not_unusual()
    {
        // Sixteen times 10, five times 0: MeanAD 50 ÷ 21; z = −10 × 21 ÷ (50 × 1.253314) = −4.2 ÷ 1.253314 ≈ −3.35.
        var scores = Of([.. Enumerable.Repeat(10, 16), .. Enumerable.Repeat(0, 5)]);

        Assert.Equal(Rational.Of(-4_200_000, 1_253_314), scores.ScoreOf(0));
        Assert.False(scores.IsOutlier(0));
    }

    [Fact]
    public void Equal_values_have_no_outlier() => NoneOf(Of(7, 7, 7, 7, 7, 7), 7, 100);

    [Fact]
    public void Fewer_than_five_values_have_no_outlier()
    {
        NoneOf(Of(1, 2, 3, 1000), 1000);
        NoneOf(Of(1, 1, 1, 1000), 1000);
        NoneOf(Of(), 0);
        Assert.True(Of(1, 2, 3, 4, 1000).IsOutlier(1000)); // median 3, MAD 1
    }

    [Fact]
    public void Shifting_and_stretching_all_values_changes_no_score_but_its_sign() => Gen.Select(
        Gen.Int[-50, 50].Array[5, 30], Gen.Int[-1000, 1000], Gen.Int[1, 60], Gen.Int[1, 60], Gen.Bool).Sample((values, shift, top, bottom, mirrored) =>
    {
        var factor = Rational.Of(mirrored ? -top : top, bottom);
        var before = Of(values);
        var after = RobustScores.Of([.. values.Select(v => Moved(v))]);

        Assert.Equal(before.CanTell, after.CanTell);
        foreach (var value in values)
        {
            Assert.Equal(mirrored ? -before.ScoreOf(value) : before.ScoreOf(value), after.ScoreOf(Moved(value)));
            Assert.Equal(before.IsOutlier(value), after.IsOutlier(Moved(value)));
        }

        Rational Moved(Rational value) => (value * factor) + shift;
    }, iter: 500);

    [Fact]
    public void The_order_of_the_values_is_irrelevant_and_at_least_half_are_never_outliers() => Gen.Int[-20, 20].Array[5, 40].Sample(values =>
    {
        var scores = Of(values);
        var reversed = Of([.. values.Reverse()]);

        Assert.All(values, value => Assert.Equal(scores.ScoreOf(value), reversed.ScoreOf(value)));
        Assert.True(values.Count(value => scores.IsOutlier(value)) * 2 < values.Length);
    }, iter: 500);

    private static void NoneOf(RobustScores scores, params int[] values)
    {
        Assert.False(scores.CanTell);
        Assert.All(values, value => Assert.True(scores.ScoreOf(value) is null && !scores.IsOutlier(value)));
    }

    private static RobustScores Of(params int[] values) => RobustScores.Of([.. values.Select(value => (Rational)value)]);

    private static Rational Number(string text) => Rational.Parse(text);
}
