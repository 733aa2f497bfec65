using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Rankings;

public sealed class ResultStatisticsTests
{
    [Theory]
    [InlineData("10.00", "10.00", "10.00")]
    [InlineData("10.00 10.01", "10.01", "10.01")] // 10,005 to the next hundredth, half away from zero
    [InlineData("812.35 640.10 640.10", "697.52", "640.10")] // 2.092,55 ÷ 3 = 697,5166…
    [InlineData("1.00 4.00 2.00 3.00", "2.50", "2.50")]
    public void Mean_and_median_are_exact_and_rounded_once(string scores, string mean, string median)
    {
        var all = scores.Split(' ').Select(Points.Parse).ToList();

        Assert.Equal((mean, median), (ResultStatistics.Mean(all).ToString(), ResultStatistics.Median(all).ToString()));
    }

    [Fact]
    public void Without_scores_there_is_neither()
    {
        Assert.Null(ResultStatistics.Mean([]));
        Assert.Null(ResultStatistics.Median([]));
    }
}
