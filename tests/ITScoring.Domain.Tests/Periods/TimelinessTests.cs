using ITScoring.Domain.Periods;

namespace ITScoring.Domain.Tests.Periods;

public sealed class TimelinessTests
{
    private static readonly WorkingDays NoHolidays = new([]);

    // Before Thursday 20/12/2018: Thu 20 is one working day late, Fri 2, Mon 24 3, Tue 4, Wed 26 5, Thu 27 6.
    [Theory]
    [InlineData("2018-12-10T02:00:00Z", "a", 0)]
    [InlineData("2018-12-19T16:59:59.999Z", "a", 0)] // the last second
    [InlineData("2018-12-19T17:00:00Z", "b", 1)] // midnight in Vietnam
    [InlineData("2018-12-21T10:00:00Z", "b", 2)]
    [InlineData("2018-12-22T10:00:00Z", "b", 2)] // Saturday adds nothing
    [InlineData("2018-12-23T16:59:59Z", "b", 2)] // Sunday neither
    [InlineData("2018-12-23T17:00:00Z", "b", 3)] // Monday has begun in Vietnam
    [InlineData("2018-12-26T16:59:59Z", "b", 5)] // the fifth working day to its end
    [InlineData("2018-12-26T17:00:00Z", "c", 6)]
    [InlineData("2019-03-01T02:00:00Z", "c", 52)] // 8 in December after the 19th, 23 in January, 20 in February, 01/3
    public void A_form_is_on_time_up_to_five_working_days_late_or_later(string submitted, string code, int days) =>
        Assert.Equal(new Timeliness(code, days), Timeliness.Of(Utc(submitted), Deadline.Before(new DateOnly(2018, 12, 20)), NoHolidays));

    [Theory]
    [InlineData("2018-12-22T03:00:00Z", 0)] // Saturday
    [InlineData("2018-12-23T03:00:00Z", 0)] // Sunday
    [InlineData("2018-12-24T03:00:00Z", 1)] // Monday
    public void A_form_that_is_late_by_days_off_only_is_late_by_no_working_day(string submitted, int days)
    {
        var timeliness = Timeliness.Of(Utc(submitted), Deadline.EndOf(new DateOnly(2018, 12, 21)), NoHolidays);

        Assert.Equal(new Timeliness("b", days), timeliness);
        Assert.True(timeliness.IsLate);
    }

    [Fact]
    public void Holidays_put_off_the_fifth_working_day()
    {
        // End of Thu 27/12/2018: Fri 28 is 1, Mon 31 and Tue 01/01 are off, Wed 2 is 2, Thu 3 3, Fri 4 4, Mon 7 5, Tue 8 6.
        var calendar = new WorkingDays([new DateOnly(2018, 12, 31), new DateOnly(2019, 1, 1)]);
        var deadline = Deadline.EndOf(new DateOnly(2018, 12, 27));

        Assert.Equal(new Timeliness("b", 5), Timeliness.Of(Utc("2019-01-07T10:00:00Z"), deadline, calendar));
        Assert.Equal(new Timeliness("c", 6), Timeliness.Of(Utc("2019-01-08T10:00:00Z"), deadline, calendar));
    }

    [Fact]
    public void A_form_that_never_came_is_c_without_a_number_of_days() => Assert.Equal(new Timeliness("c", null), Timeliness.Never);

    [Fact]
    public void Only_a_is_on_time() => Assert.Equal([false, true, true], new[] { new Timeliness("a", 0), new Timeliness("b", 0), Timeliness.Never }.Select(t => t.IsLate));

    private static DateTime Utc(string text) => DateTime.Parse(text, null, System.Globalization.DateTimeStyles.RoundtripKind);
}
