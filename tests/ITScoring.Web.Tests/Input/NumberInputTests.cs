using ITScoring.Web.Input;

namespace ITScoring.Web.Tests.Input;

public sealed class NumberInputTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("12", "12")]
    [InlineData(" 12 ", "12")]
    [InlineData("007", "7")]
    [InlineData("+7", "7")]
    [InlineData("-7", "-7")]
    [InlineData("−7", "-7")]
    [InlineData("- 7", "-7")]
    [InlineData("-0", "0")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("9,99", "9.99")]
    [InlineData("9.99", "9.99")]
    [InlineData("0,125", "0.125")]
    [InlineData("0.125", "0.125")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("1,2340", "1.234")]
    [InlineData("12,50", "12.5")]
    [InlineData("12,00", "12")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567,25", "1234567.25")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u00A0234\u202F567", "1234567")]
    [InlineData("999999999999999", "999999999999999")]
    public void A_decimal_that_can_be_read_in_one_way_is_read(string typed, string value) => Read(value, NumberInput.Parse(typed, whole: false));

    [Theory]
    [InlineData("1.234", "1234")]
    [InlineData("12.345.678", "12345678")]
    [InlineData("12,0", "12")]
    [InlineData("12.00", "12")]
    [InlineData("1 234", "1234")]
    [InlineData("-1.234", "-1234")]
    public void Where_whole_numbers_are_wanted_a_dot_groups_thousands(string typed, string value) => Read(value, NumberInput.Parse(typed, whole: true));

    [Theory]
    [InlineData("1.234", "1.234", "1,234", "Nhập 1234 hoặc 1,2340.")]
    [InlineData("1,234", "1.234", "1,234", "Nhập 1234 hoặc 1,2340.")]
    [InlineData("123.456", "123.456", "123,456", "Nhập 123456 hoặc 123,4560.")]
    [InlineData("-1.234", "-1.234", "-1,234", "Nhập -1234 hoặc -1,2340.")]
    public void A_decimal_that_can_be_read_in_two_ways_is_asked_back_with_both(string typed, string thousand, string fraction, string advice)
    {
        var problem = Refused(NumberInput.Parse(typed, whole: false));

        Assert.Contains($"“{typed}” có thể hiểu là {thousand} hoặc {fraction}.", problem, StringComparison.Ordinal);
        Assert.EndsWith(advice, problem, StringComparison.Ordinal);
        foreach (var way in advice[5..^1].Split(" hoặc "))
            Assert.True(NumberInput.Parse(way, whole: false).Ok, $"The advice “{way}” is not understood itself.");
    }

    [Fact]
    public void A_comma_before_three_digits_is_asked_back_even_where_whole_numbers_are_wanted() =>
        Assert.Contains("hiểu theo hai cách", Refused(NumberInput.Parse("1,234", whole: true)), StringComparison.Ordinal);

    [Theory]
    [InlineData("9,99")]
    [InlineData("9.99")]
    [InlineData("1.234,5")]
    [InlineData("0,5")]
    public void A_fraction_is_refused_where_whole_numbers_are_wanted(string typed) =>
        Assert.Contains("không phải số nguyên", Refused(NumberInput.Parse(typed, whole: true)), StringComparison.Ordinal);

    [Theory]
    [InlineData("abc")]
    [InlineData("12 máy")]
    [InlineData("12%")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("--5")]
    [InlineData("+-5")]
    [InlineData("5-")]
    [InlineData("-")]
    [InlineData(",")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("5.")]
    [InlineData("1,2,3")]
    [InlineData("1.2.3")]
    [InlineData("12.34.567")]
    [InlineData("1.234.5")]
    [InlineData("1.234,567,8")]
    [InlineData("1.23,4")]
    [InlineData("0.123.456")]
    [InlineData("1 23")]
    [InlineData("12 3456")]
    [InlineData("１２")]
    [InlineData("٣")]
    [InlineData("∞")]
    [InlineData("NaN")]
    [InlineData("=1+1")]
    public void What_is_no_number_is_refused_with_an_example(string typed)
    {
        var problem = Refused(NumberInput.Parse(typed, whole: false));

        Assert.Contains($"“{typed}”", problem, StringComparison.Ordinal);
        Assert.Contains("ví dụ 1234,5", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("0,1234567891")]
    [InlineData("1.000.000.000.000.000.000")]
    public void A_number_too_long_to_be_meant_is_refused(string typed) => Assert.Contains("quá dài", Refused(NumberInput.Parse(typed, whole: false)), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t")]
    [InlineData("\u00A0")]
    public void Nothing_typed_is_empty_and_no_problem(string? typed)
    {
        var read = NumberInput.Parse(typed, whole: false);

        Assert.True(read.IsEmpty && read.Ok);
    }

    private static void Read(string value, InputResult<string> read) => Assert.Equal((value, null), (read.Value, read.Problem));

    private static string Refused(InputResult<string> read)
    {
        Assert.False(read.Ok || read.IsEmpty);
        Assert.Null(read.Value);
        return read.Problem!;
    }
}
