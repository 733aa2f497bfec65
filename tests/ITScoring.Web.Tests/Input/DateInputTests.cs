using System.Globalization;
using ITScoring.Web.Input;

namespace ITScoring.Web.Tests.Input;

public sealed class DateInputTests
{
    [Theory]
    [InlineData("19/12/2018", "2018-12-19")]
    [InlineData("1/2/2019", "2019-02-01")]
    [InlineData("01/02/2019", "2019-02-01")]
    [InlineData("19-12-2018", "2018-12-19")]
    [InlineData("19.12.2018", "2018-12-19")]
    [InlineData("2018-12-19", "2018-12-19")]
    [InlineData(" 29/02/2020 ", "2020-02-29")]
    public void A_day_comes_first_whatever_separates(string typed, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), DateInput.Parse(typed).Value);

    [Theory]
    [InlineData("29/02/2019")]
    [InlineData("12/19/2018")]
    [InlineData("31/04/2019")]
    [InlineData("0/1/2019")]
    [InlineData("19/12/18")]
    [InlineData("19/12")]
    [InlineData("2018")]
    [InlineData("19/12/0018")]
    [InlineData("19/12/20188")]
    [InlineData("19122018")]
    [InlineData("hôm nay")]
    [InlineData("1/1/1899")]
    public void What_is_no_day_is_refused_with_an_example(string typed)
    {
        var read = DateInput.Parse(typed);

        Assert.False(read.Ok);
        Assert.Contains($"“{typed}”", read.Problem, StringComparison.Ordinal);
        Assert.Contains("19/12/2018", read.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Nothing_typed_is_empty_and_no_problem(string? typed) => Assert.True(DateInput.Parse(typed) is { IsEmpty: true, Ok: true });
}
