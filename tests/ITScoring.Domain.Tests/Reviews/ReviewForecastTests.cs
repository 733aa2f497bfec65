using System.Globalization;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>When the verification will be finished. New Year 2019 was a Tuesday and no working day.</summary>
public sealed class ReviewForecastTests
{
    private static readonly WorkingDays Calendar = new([new DateOnly(2019, 1, 1)]);

    [Fact]
    public void Pace_and_finish_count_working_days_over_a_weekend_and_a_holiday()
    {
        // Thursday 27/12 to Wednesday 02/01 are four working days: Thu, Fri, Mon, Wed. 6 + 4 + 2 (Saturday) + 8 + 5 = 25 verdicts: 6.25 a day.
        // 40 ÷ 6.25 = 6.4, so seven working days after Thursday 03/01: Fri 4, Mon 7 to Fri 11, Mon 14.
        var forecast = Of("2019-01-03", 40, ("2018-12-27", 6), ("2018-12-28", 4), ("2018-12-29", 2), ("2018-12-31", 8), ("2019-01-02", 5));

        Assert.Equal((Day("2018-12-27"), 25, 4, Rational.Parse("6.25")), (forecast.From!.Value, forecast.Verdicts, forecast.Days, forecast.Pace!.Value));
        Assert.Equal((7, Day("2019-01-14")), (forecast.DaysToGo!.Value, forecast.FinishOn!.Value));
    }

    [Fact]
    public void Only_the_last_ten_working_days_tell_the_pace()
    {
        // Before Monday 14/01: 11, 10, 9, 8, 7, 4, 3, 2 January, 31 and 28 December. What came on the 24th is too long ago.
        var forecast = Of("2019-01-14", 3, ("2018-12-24", 300), ("2018-12-28", 4), ("2019-01-11", 6));

        Assert.Equal((Day("2018-12-28"), 10, 10), (forecast.From!.Value, forecast.Verdicts, forecast.Days));
        Assert.Equal((Rational.One, 3, Day("2019-01-17")), (forecast.Pace!.Value, forecast.DaysToGo!.Value, forecast.FinishOn!.Value));
    }

    [Fact]
    public void The_days_before_the_first_verdict_do_not_slow_the_pace()
    {
        var forecast = Of("2019-01-10", 20, ("2019-01-09", 10)); // one day passed, ten verdicts

        Assert.Equal((1, 2, Day("2019-01-14")), (forecast.Days, forecast.DaysToGo!.Value, forecast.FinishOn!.Value)); // Friday, Monday
    }

    [Fact]
    public void Today_is_not_over_and_tells_nothing()
    {
        Assert.Equal(Of("2019-01-10", 20, ("2019-01-09", 10)), Of("2019-01-10", 20, ("2019-01-09", 10), ("2019-01-10", 500)));
        AssertNone(Of("2019-01-10", 20, ("2019-01-10", 500)), days: 0);
    }

    [Fact]
    public void Without_a_verdict_there_is_no_forecast() => AssertNone(Of("2019-01-10", 20), days: 0);

    [Fact]
    public void When_no_working_day_has_passed_since_the_first_verdict_there_is_no_forecast() =>
        AssertNone(Of("2019-01-07", 20, ("2019-01-05", 10), ("2019-01-06", 10)), days: 0); // Saturday and Sunday, asked on Monday

    [Fact]
    public void When_nothing_was_judged_for_ten_working_days_there_is_no_forecast()
    {
        var forecast = Of("2019-01-14", 20, ("2018-12-24", 300));

        AssertNone(forecast, days: 10);
        Assert.Equal(Rational.Zero, forecast.Pace);
    }

    [Fact]
    public void With_nothing_left_there_is_nothing_to_forecast()
    {
        var forecast = Of("2019-01-10", 0, ("2019-01-09", 10));

        Assert.Equal(((int?)null, (DateOnly?)null, (Rational)10), (forecast.DaysToGo, forecast.FinishOn, forecast.Pace!.Value));
    }

    [Theory]
    [InlineData("2019-01-09", 0, "2019-01-09")]
    [InlineData("2018-12-28", 1, "2018-12-31")] // over a weekend
    [InlineData("2018-12-31", 1, "2019-01-02")] // over a holiday
    [InlineData("2018-12-29", 2, "2019-01-02")]
    public void A_day_so_many_working_days_later_is_a_working_day(string day, int days, string expected) => Assert.Equal(Day(expected), Calendar.After(Day(day), days));

    [Theory]
    [InlineData("2019-01-03", 1, "2019-01-03")]
    [InlineData("2019-01-03", 3, "2018-12-31")] // Thu, Wed, Mon
    [InlineData("2018-12-30", 1, "2018-12-28")] // a Sunday
    public void The_last_working_days_begin_on_a_working_day(string day, int days, string expected) => Assert.Equal(Day(expected), Calendar.FirstOfLast(Day(day), days));

    private static void AssertNone(ReviewForecast forecast, int days) =>
        Assert.Equal((days, (int?)null, (DateOnly?)null, 20), (forecast.Days, forecast.DaysToGo, forecast.FinishOn, forecast.Remaining));

    private static ReviewForecast Of(string today, int remaining, params (string Day, int Verdicts)[] given) =>
        ReviewForecast.Of([.. given.SelectMany(g => Enumerable.Repeat(Day(g.Day), g.Verdicts))], remaining, Day(today), Calendar);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
