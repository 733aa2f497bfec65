using ITScoring.Domain.Reviews;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>The sample: as large as asked, the same for the same seed, shared out evenly among those who may.</summary>
public sealed class SecondReviewSampleTests
{
    private static readonly List<(string Agency, string Criterion)> All = [.. from a in Enumerable.Range(1, 10) from c in Enumerable.Range(1, 20) select ($"A{a}", $"I.{c}")];

    [Theory]
    [InlineData(5, 10)]
    [InlineData(100, 200)]
    [InlineData(0.1, 1)]
    [InlineData(0.51, 2)]
    public void It_has_the_share_rounded_up(double percent, int expected) => Assert.Equal(expected, SecondReviewSample.Draw(All, x => x, (decimal)percent, "2018").Count);

    [Fact]
    public void It_is_the_same_for_the_same_seed_whatever_order_it_is_drawn_from()
    {
        var drawn = SecondReviewSample.Draw(All, x => x, 10, "2018-a");
        Assert.Equal(drawn, SecondReviewSample.Draw(All.AsEnumerable().Reverse(), x => x, 10, "2018-a"));
        Assert.NotEqual(drawn, SecondReviewSample.Draw(All, x => x, 10, "2018-b"));
        Assert.Equal(drawn, SecondReviewSample.Draw(All, x => x, 30, "2018-a").Take(drawn.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100.5)]
    public void No_share_is_drawn_that_is_none(double percent) => Assert.Throws<ArgumentOutOfRangeException>(() => SecondReviewSample.Draw(All, x => x, (decimal)percent, "x"));

    [Fact]
    public void It_is_shared_out_evenly_among_those_who_may()
    {
        // 1 may not judge A1, 2 nothing but A1, 3 everything.
        var (given, left) = SecondReviewSample.Share(All.Take(60).ToList(), [1, 2, 3], (r, x) => r switch { 1 => x.Agency != "A1", 2 => x.Agency == "A1", _ => true });

        Assert.Empty(left);
        Assert.Equal(60, given.Count);
        Assert.DoesNotContain(given, g => g is { ReviewerId: 1, Item.Agency: "A1" });
        Assert.Equal([10, 10], [given.Count(g => g.ReviewerId == 2), given.Count(g => g.ReviewerId == 3 && g.Item.Agency == "A1")]);
        Assert.InRange(given.Count(g => g.ReviewerId == 1) - given.Count(g => g.ReviewerId == 3), -1, 1);
    }

    [Fact]
    public void What_nobody_may_judge_is_named()
    {
        var (given, left) = SecondReviewSample.Share(All.Take(3).ToList(), [1], (_, x) => x.Criterion != "I.2");
        Assert.Equal((2, ("A1", "I.2")), (given.Count, Assert.Single(left)));
    }
}
