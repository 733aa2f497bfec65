using System.Numerics;
using CsCheck;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

public sealed class RationalTests
{
    // Small, large and extreme longs, so that both the fast path and BigInteger are met.
    private static readonly Gen<long> Part = Gen.OneOf<long>(
        Gen.Long[-1000, 1000], Gen.Long, Gen.OneOf<long>(long.MinValue, long.MinValue + 1, long.MaxValue, -1L, 0L, 1L));

    private static readonly Gen<(long N, long D)> Fraction = Gen.Select(Part, Part.Where(d => d != 0));

    [Fact]
    public void Arithmetic_and_order_agree_with_plain_fractions_of_big_integers() => Gen.Select(Fraction, Fraction).Sample((x, y) =>
    {
        var (a, b) = (Rational.Of(x.N, x.D), Rational.Of(y.N, y.D));
        BigInteger n = x.N, d = x.D, m = y.N, e = y.D;
        Same(a + b, (n * e) + (m * d), d * e);
        Same(a - b, (n * e) - (m * d), d * e);
        Same(a * b, n * m, d * e);
        if (y.N != 0)
            Same(a / b, n * e, d * m);
        Assert.Equal((n * e * (d * e).Sign).CompareTo(m * d * (d * e).Sign), a.CompareTo(b));
        Assert.Equal(a.CompareTo(b) == 0, a == b);
        if (a == b)
            Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }, iter: 20_000);

    [Fact]
    public void Results_that_shrink_back_into_longs_equal_the_small_ones() => Gen.Select(Fraction, Fraction.Where(y => y.N != 0)).Sample((x, y) =>
    {
        var (a, b) = (Rational.Of(x.N, x.D), Rational.Of(y.N, y.D));
        Assert.Equal(a, a * b / b);
        Assert.Equal(a, a + b - b);
        Assert.Equal(a, -(-a));
    }, iter: 20_000);

    [Fact]
    public void Rounding_to_points_is_half_away_from_zero() => Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Long[1, long.MaxValue]).Sample((n, d) =>
    {
        var size = BigInteger.Divide((BigInteger.Abs(n) * 200) + d, (BigInteger)d * 2);
        Assert.Equal((long)(n < 0 ? -size : size), Rational.Of(n, d).ToPoints().Hundredths);
    }, iter: 20_000);

    [Theory]
    [InlineData("1.005", "1.01")]
    [InlineData("-0.125", "-0.13")]
    [InlineData("2.675", "2.68")]
    [InlineData("-0.004", "0.00")]
    [InlineData("0.0049999999999999999999999999999", "0.00")]
    [InlineData("92233720368547758.07", "92233720368547758.07")]
    public void Half_cents_that_binary_numbers_lose_are_rounded_as_written(string text, string points) =>
        Assert.Equal(points, Rational.Parse(text).ToPoints().ToString());

    [Theory]
    [InlineData("12", "12")]
    [InlineData("-12.50", "-12.5")]
    [InlineData("0.00", "0")]
    [InlineData("-0", "0")]
    [InlineData("1e3", "1000")]
    [InlineData("12.5E-3", "0.0125")]
    [InlineData("123456789012345678901234567890.125", "123456789012345678901234567890.125")]
    public void A_number_is_the_decimal_that_its_digits_show(string text, string shortest)
    {
        Assert.Equal(shortest, Rational.Parse(text).ToString());
        Assert.Equal(Rational.Parse(text), Rational.Parse(Rational.Parse(text).ToDecimalString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1,5")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1e")]
    [InlineData("1e999999999")]
    [InlineData("0x10")]
    [InlineData("١٢")]
    public void What_is_no_plain_number_is_not_read(string text) => Assert.False(Rational.TryParse(text, out _));

    [Fact]
    public void A_fraction_without_finite_decimals_stays_a_fraction()
    {
        var third = Rational.Of(1, 3);
        Assert.Equal("1/3", third.ToString());
        Assert.Equal(Rational.One, third * 3);
        Assert.Throws<InvalidOperationException>(() => third.ToDecimalString());
    }

    [Theory]
    [InlineData("1234.5", "1.234,5")]
    [InlineData("-1000000", "-1.000.000")]
    [InlineData("0.1234567", "≈ 0,1235")]
    [InlineData("12", "12")]
    public void On_screen_a_number_has_a_decimal_comma_and_dots_for_thousands(string text, string shown) =>
        Assert.Equal(shown, VietnameseNumber.Of(Rational.Parse(text)));

    private static void Same(Rational actual, BigInteger numerator, BigInteger denominator)
    {
        Assert.Equal(actual.Numerator * denominator, numerator * actual.Denominator);
        Assert.True(actual.Denominator.Sign > 0);
        Assert.True(BigInteger.GreatestCommonDivisor(actual.Numerator, actual.Denominator).IsOne);
    }
}
