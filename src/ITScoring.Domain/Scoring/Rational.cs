using System.Globalization;
using System.Numerics;

namespace ITScoring.Domain.Scoring;

/// <summary>
/// An exact number: a reduced fraction with positive denominator. Nothing is ever rounded or lost; the usual small
/// values live in two longs, larger ones in <see cref="BigInteger"/>.
/// </summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    /// <summary>More digits than this, written out, are refused on reading: nobody counts that far, and arithmetic must stay quick.</summary>
    public const int MaxDigits = 400;

    private readonly long _numerator;

    // Denominator less one, so that default(Rational) is 0.
    private readonly long _denominatorLess1;

    // Set when numerator or denominator does not fit in a long; then the longs are 0.
    private readonly Big? _big;

    private Rational(long numerator, long denominator) => (_numerator, _denominatorLess1) = (numerator, denominator - 1);

    private Rational(Big big) => _big = big;

    public static Rational Zero => default;

    public static Rational One => new(1, 1);

    public BigInteger Numerator => _big?.Numerator ?? _numerator;

    public BigInteger Denominator => _big?.Denominator ?? _denominatorLess1 + BigInteger.One;

    public bool IsZero => _big is null && _numerator == 0;

    public bool IsInteger => _big is null ? _denominatorLess1 == 0 : _big.Denominator.IsOne;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _big is null ? Math.Sign(_numerator) : _big.Numerator.Sign;

    /// <summary>The fraction, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var divisor = denominator.IsOne ? BigInteger.One : BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (!divisor.IsOne)
            (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return FitsLong(numerator) && FitsLong(denominator)
            ? new Rational((long)numerator, (long)denominator)
            : new Rational(new Big(numerator, denominator));
    }

    /// <summary>The decimal that the digits show: <c>-12</c>, <c>0.50</c>, <c>1e3</c>. False for anything else and beyond <see cref="MaxDigits"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        var negative = text is ['-', ..];
        var rest = negative ? text[1..] : text;
        var whole = Digits(rest);
        if (whole == 0)
            return false;
        var fraction = 0;
        var after = rest[whole..];
        if (after is ['.', ..])
        {
            fraction = Digits(after[1..]);
            if (fraction == 0)
                return false;
            after = after[(1 + fraction)..];
        }

        var exponent = 0;
        if (after is ['e' or 'E', ..])
        {
            var sign = after.Length > 1 && after[1] is '+' or '-' ? 1 : 0;
            var digits = after[(1 + sign)..];
            if (digits.Length is 0 or > 5 || Digits(digits) != digits.Length)
                return false;
            exponent = int.Parse(digits, CultureInfo.InvariantCulture) * (sign == 1 && after[1] == '-' ? -1 : 1);
        }
        else if (!after.IsEmpty)
        {
            return false;
        }

        if (whole + fraction + Math.Abs(exponent) > MaxDigits)
            return false;
        var scale = exponent - fraction;
        if (whole + fraction <= 18 && scale is <= 0 and >= -18)
        {
            long number = 0;
            foreach (var c in rest[..(whole + (fraction > 0 ? fraction + 1 : 0))])
            {
                if (c != '.')
                    number = (number * 10) + (c - '0');
            }

            var power = 1L;
            for (var i = 0; i < -scale; i++)
                power *= 10;
            value = Reduce(negative ? -number : number, power);
            return true;
        }

        var all = BigInteger.Parse(string.Concat(rest[..whole], fraction > 0 ? rest.Slice(whole + 1, fraction) : []), CultureInfo.InvariantCulture);
        if (negative)
            all = -all;
        value = scale >= 0 ? Of(all * BigInteger.Pow(10, scale), 1) : Of(all, BigInteger.Pow(10, -scale));
        return true;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">Not a number of this form.</exception>
    public static Rational Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"Not a plain decimal number: {text}");

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    public static Rational Abs(Rational a) => a.Sign < 0 ? -a : a;

    /// <summary>Rounded to hundredths, half away from zero.</summary>
    /// <exception cref="OverflowException">More than 92 quadrillion points.</exception>
    public Points ToPoints()
    {
        if (_big is null && _numerator is > -long.MaxValue / 200 and < long.MaxValue / 200)
        {
            // |n|·100/d rounded half up is floor((|n|·200 + d) / 2d); all of it fits because |n|·200 and d are below 2^63.
            var twice = (UInt128)(ulong)(Math.Abs(_numerator) * 200);
            var denominator = (ulong)_denominatorLess1 + 1;
            var top = twice + denominator;
            var bottom = (UInt128)denominator * 2;
            var hundredths = top <= ulong.MaxValue && bottom <= ulong.MaxValue ? (long)((ulong)top / (ulong)bottom) : (long)(top / bottom);
            return new Points(_numerator < 0 ? -hundredths : hundredths);
        }

        var size = ((BigInteger.Abs(Numerator) * 200) + Denominator) / (Denominator * 2);
        return new Points((long)(Sign < 0 ? -size : size));
    }

    // long.MinValue has no positive twin, so it counts as big everywhere.
    public static implicit operator Rational(long value) => value == long.MinValue ? Of(value, 1) : new Rational(value, 1);

    public static Rational operator +(Rational a, Rational b)
    {
        if (a._big is not null || b._big is not null)
            return Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
        if (a._denominatorLess1 == 0 && b._denominatorLess1 == 0)
        {
            var sum = unchecked(a._numerator + b._numerator);
            if (((a._numerator ^ sum) & (b._numerator ^ sum)) >= 0 && sum != long.MinValue)
                return new Rational(sum, 1);
        }

        // Each product is below 2^126, so the sum fits.
        return Reduce(
            ((Int128)a._numerator * ((Int128)b._denominatorLess1 + 1)) + ((Int128)b._numerator * ((Int128)a._denominatorLess1 + 1)),
            ((Int128)a._denominatorLess1 + 1) * ((Int128)b._denominatorLess1 + 1));
    }

    public static Rational operator -(Rational a) =>
        a._big is null
            ? new Rational(-a._numerator, a._denominatorLess1 + 1)
            : Of(-a.Numerator, a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b) =>
        a._big is not null || b._big is not null
            ? Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator)
            : Product(a._numerator, b._numerator, a._denominatorLess1 + 1, b._denominatorLess1 + 1);

    /// <exception cref="DivideByZeroException">The divisor is 0; the engine calls that undefined and never comes here.</exception>
    public static Rational operator /(Rational a, Rational b)
    {
        if (b.IsZero)
            throw new DivideByZeroException();
        if (a._big is not null || b._big is not null)
            return Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);
        return b._numerator > 0
            ? Product(a._numerator, b._denominatorLess1 + 1, a._denominatorLess1 + 1, b._numerator)
            : Product(a._numerator, -(b._denominatorLess1 + 1), a._denominatorLess1 + 1, -b._numerator);
    }

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    // Reduced fractions are equal when their parts are; a big value never equals a small one.
    public bool Equals(Rational other) =>
        _big is null
            ? other._big is null && _numerator == other._numerator && _denominatorLess1 == other._denominatorLess1
            : other._big is not null && _big.Numerator == other._big.Numerator && _big.Denominator == other._big.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public int CompareTo(Rational other)
    {
        if (_big is not null || other._big is not null)
            return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
        return _denominatorLess1 == other._denominatorLess1
            ? _numerator.CompareTo(other._numerator)
            : ((Int128)_numerator * ((Int128)other._denominatorLess1 + 1)).CompareTo((Int128)other._numerator * ((Int128)_denominatorLess1 + 1));
    }

    /// <summary>Plain decimal when there is one (<c>12</c>, <c>-0.125</c>), else the fraction (<c>68/79</c>).</summary>
    public override string ToString() => DecimalDigits() is { } digits ? Decimal(digits) : $"{Numerator}/{Denominator}";

    /// <summary>Shortest plain decimal, e.g. <c>0.5</c>.</summary>
    /// <exception cref="InvalidOperationException">The number has no finite decimal form; answers always have.</exception>
    public string ToDecimalString() =>
        DecimalDigits() is { } digits ? Decimal(digits) : throw new InvalidOperationException($"{Numerator}/{Denominator} has no finite decimal form.");

    /// <summary>Number of decimals needed to write it out; null when no finite number does.</summary>
    internal int? DecimalDigits()
    {
        if (IsInteger)
            return 0;
        var rest = Denominator;
        var (twos, fives) = (0, 0);
        while (rest.IsEven)
            (rest, twos) = (rest / 2, twos + 1);
        while ((rest % 5).IsZero)
            (rest, fives) = (rest / 5, fives + 1);
        return rest.IsOne ? Math.Max(twos, fives) : null;
    }

    /// <summary>Sign, whole part and decimals, rounded half away from zero to the given number of decimals.</summary>
    internal (bool Negative, string Whole, string Decimals) Round(int decimals)
    {
        var power = BigInteger.Pow(10, decimals);
        var size = ((BigInteger.Abs(Numerator) * power * 2) + Denominator) / (Denominator * 2);
        var whole = BigInteger.DivRem(size, power, out var rest);
        return (Sign < 0 && !size.IsZero,
            whole.ToString(CultureInfo.InvariantCulture),
            decimals == 0 ? "" : rest.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0'));
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static bool FitsLong(BigInteger value) => value > long.MinValue && value <= long.MaxValue;

    private static Rational Product(long a, long b, long c, long d)
    {
        // Crosswise reduction first keeps the usual products in 64 bits; the result is then reduced already.
        var ad = (long)Gcd(Size(a), (ulong)d);
        var bc = (long)Gcd(Size(b), (ulong)c);
        (a, d) = (a / ad, d / ad);
        (b, c) = (b / bc, c / bc);
        var numerator = (Int128)a * b;
        var denominator = (Int128)c * d;
        return Fits(numerator) && Fits(denominator)
            ? new Rational((long)numerator, (long)denominator)
            : Of((BigInteger)a * b, (BigInteger)c * d);
    }

    private static Rational Reduce(Int128 numerator, Int128 denominator)
    {
        if (Fits(numerator) && Fits(denominator))
        {
            var divisor = (long)Gcd(Size((long)numerator), (ulong)denominator);
            return new Rational((long)numerator / divisor, (long)denominator / divisor);
        }

        return Of((BigInteger)numerator, (BigInteger)denominator);
    }

    private static bool Fits(Int128 value) => value > long.MinValue && value <= long.MaxValue;

    private static ulong Size(long value) => value < 0 ? (ulong)-value : (ulong)value;

    private static ulong Gcd(ulong a, ulong b)
    {
        while (b != 0)
        {
            if ((a | b) <= uint.MaxValue)
            {
                var (x, y) = ((uint)a, (uint)b);
                while (y != 0)
                    (x, y) = (y, x % y);
                return x;
            }

            (a, b) = (b, a % b);
        }

        return a;
    }

    private string Decimal(int digits)
    {
        var (negative, whole, decimals) = Round(digits);
        return $"{(negative ? "-" : "")}{whole}{(digits > 0 ? "." : "")}{decimals}";
    }

    private sealed record Big(BigInteger Numerator, BigInteger Denominator);
}
