using ITScoring.Domain.Periods;

namespace ITScoring.Domain.Tests.Periods;

public sealed class WorkingDaysTests
{
    // New Year 2019 was a Tuesday, the Lunar New Year's days off were Monday 04/02 to Friday 08/02/2019.
    private static readonly WorkingDays Calendar = new(
    [
        new DateOnly(2019, 1, 1), new DateOnly(2019, 2, 4), new DateOnly(2019, 2, 5), new DateOnly(2019, 2, 6), new DateOnly(2019, 2, 7), new DateOnly(2019, 2, 8),
    ]);

    [Theory]
    [InlineData("2018-12-21", true)] // Friday
    [InlineData("2018-12-22", false)] // Saturday
    [InlineData("2018-12-23", false)] // Sunday
    [InlineData("2018-12-24", true)]
    [InlineData("2019-01-01", false)] // listed
    [InlineData("2019-01-02", true)]
    public void Saturdays_Sundays_and_listed_days_are_no_working_days(string day, bool working) => Assert.Equal(working, Calendar.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2018-12-19", "2018-12-19", 0)] // the day itself does not count
    [InlineData("2018-12-19", "2018-12-18", 0)] // nor does going back
    [InlineData("2018-12-19", "2018-12-20", 1)] // Wednesday to Thursday
    [InlineData("2018-12-21", "2018-12-23", 0)] // Friday to Sunday
    [InlineData("2018-12-21", "2018-12-24", 1)] // Friday to Monday
    [InlineData("2018-12-19", "2018-12-26", 5)] // Thu, Fri, Mon, Tue, Wed
    [InlineData("2018-12-31", "2019-01-02", 1)] // New Year's Day between
    [InlineData("2019-02-01", "2019-02-10", 0)] // Friday before the Lunar New Year to the Sunday after
    [InlineData("2019-02-01", "2019-02-11", 1)]
    [InlineData("2018-12-19", "2019-12-19", 255)] // 52 weeks and one Thursday: 52 × 5 + 1, less the 6 days listed
    public void Working_days_after_a_day_up_to_another_are_counted(string after, string until, int days) => Assert.Equal(days, Calendar.Between(Day(after), Day(until)));

    [Fact]
    public void A_holiday_on_a_weekend_counts_once() => Assert.Equal(1, new WorkingDays([new DateOnly(2018, 12, 22)]).Between(Day("2018-12-21"), Day("2018-12-24")));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
