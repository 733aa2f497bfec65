using ITScoring.Domain.Periods;

namespace ITScoring.Domain.Tests.Periods;

public sealed class DeadlineTests
{
    // 23:59:59 in Vietnam is 16:59:59 UTC of the same day.
    private static readonly DateTime EndOf19December = new(2018, 12, 19, 16, 59, 59, DateTimeKind.Utc);

    [Fact]
    public void Before_a_day_ends_with_the_last_second_of_the_day_before()
    {
        var deadline = Deadline.Before(new DateOnly(2018, 12, 20));

        Assert.Equal((EndOf19December, DateTimeKind.Utc), (deadline.LastInstantUtc, deadline.LastInstantUtc.Kind));
        Assert.Equal("trước ngày 20/12/2018", deadline.Wording);
        Assert.Equal(new DateOnly(2018, 12, 19), deadline.Day);
    }

    [Fact]
    public void End_of_a_day_ends_with_its_own_last_second()
    {
        var deadline = Deadline.EndOf(new DateOnly(2018, 12, 19));

        Assert.Equal(EndOf19December, deadline.LastInstantUtc);
        Assert.Equal("hết ngày 19/12/2018", deadline.Wording);
        Assert.Equal(new DateOnly(2018, 12, 19), deadline.Day);
    }

    [Fact]
    public void Before_the_first_of_a_year_ends_in_the_year_before() =>
        Assert.Equal(new DateTime(2018, 12, 31, 16, 59, 59, DateTimeKind.Utc), Deadline.Before(new DateOnly(2019, 1, 1)).LastInstantUtc);

    [Theory]
    [InlineData("2018-12-19T16:59:58Z", false)]
    [InlineData("2018-12-19T16:59:59Z", false)]
    [InlineData("2018-12-19T16:59:59.9999999Z", false)]
    [InlineData("2018-12-19T17:00:00Z", true)]
    [InlineData("2018-12-20T02:00:00Z", true)]
    public void The_whole_last_second_is_still_in_time(string utc, bool past) =>
        Assert.Equal(past, Deadline.Before(new DateOnly(2018, 12, 20)).IsPast(DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.RoundtripKind)));

    [Theory]
    [InlineData(16, 59, "2018-12-19")]
    [InlineData(17, 0, "2018-12-20")]
    public void A_day_in_Vietnam_begins_at_17_hours_UTC(int hour, int minute, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), Deadline.LocalDay(new DateTime(2018, 12, 19, hour, minute, 0, DateTimeKind.Utc)));
}
