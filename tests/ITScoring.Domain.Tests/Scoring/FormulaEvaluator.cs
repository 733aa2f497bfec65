using System.Numerics;
using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

/// <summary>
/// Redoes the steps of a calculation from its own inputs, with nothing of the engine's arithmetic: fractions of big integers,
/// null for undefined, and a reader for the formulas of <see cref="CalculationStep"/>.
/// </summary>
/// <param name="typeOf">Type of a question: what an unanswered one counts as.</param>
internal sealed class FormulaEvaluator(Calculation calculation, Func<string, QuestionType> typeOf)
{
    private readonly List<object?> _values = [];
    private string _text = "";
    private int _at;

    /// <summary>The value of every step, in order, in the notation of <see cref="CalculationStep.Value"/>.</summary>
    public IReadOnlyList<string> Redo()
    {
        foreach (var step in calculation.Steps)
        {
            (_text, _at) = (step.Formula, 0);
            _values.Add(Or());
            Assert.Equal(_text.Length, _at);
        }

        return [.. _values.Select(Write)];
    }

    /// <summary>The last step rounded to hundredths, half away from zero.</summary>
    public long Hundredths()
    {
        var (n, d) = ((Fraction)_values[^1]!).Parts;
        var size = ((BigInteger.Abs(n) * 200) + d) / (2 * d);
        return (long)(n.Sign < 0 ? -size : size);
    }

    private static string Write(object? value)
    {
        if (value is bool truth)
            return truth ? "true" : "false";
        if (value is not Fraction fraction)
            return "undefined";
        var (n, d) = fraction.Parts;
        for (var (digits, power) = (0, BigInteger.One); digits < 300 && d <= BigInteger.Pow(10, 300); digits++, power *= 10)
        {
            if (n * power % d != 0)
                continue;
            var whole = BigInteger.Abs(n * power / d).ToString().PadLeft(digits + 1, '0');
            return (n.Sign < 0 ? "-" : "") + (digits == 0 ? whole : $"{whole[..^digits]}.{whole[^digits..]}");
        }

        return $"{n}/{d}";
    }

    private object? Or()
    {
        var left = And();
        while (Word("or"))
            left = (bool)And()! | (bool)left!;
        return left;
    }

    private object? And()
    {
        var left = Not();
        while (Word("and"))
            left = (bool)Not()! & (bool)left!;
        return left;
    }

    private object? Not() => Word("not") ? !(bool)Not()! : Comparison();

    private object? Comparison()
    {
        var left = Sum();
        foreach (var sign in new[] { "!=", "<=", ">=", "=", "<", ">" })
        {
            if (!Sign(sign))
                continue;
            var right = Sum();
            if (left is string or Nothing || right is string or Nothing)
                return left is string a && right is string b && a == b == (sign == "=") || (sign == "!=" && (left is Nothing || right is Nothing));
            if (left is bool x)
                return (x == (bool)right!) == (sign == "=");
            if (left is null || right is null)
                return false;
            var order = ((Fraction)left).CompareTo((Fraction)right);
            return sign switch { "=" => order == 0, "!=" => order != 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
        }

        return left;
    }

    private object? Sum()
    {
        var left = Product();
        while (true)
        {
            if (Sign("+"))
                left = Both(left, Product(), (a, b) => a + b);
            else if (Sign("-"))
                left = Both(left, Product(), (a, b) => a - b);
            else
                return left;
        }
    }

    private object? Product()
    {
        var left = Unary();
        while (true)
        {
            if (Sign("*"))
                left = Both(left, Unary(), (a, b) => a * b);
            else if (Sign("/"))
                left = Both(left, Unary(), (a, b) => b.IsZero ? null : a / b);
            else
                return left;
        }
    }

    private object? Unary() => Sign("-") ? Both(new Fraction(0, 1), Unary(), (a, b) => a - b) : Primary();

    private object? Primary()
    {
        Skip();
        if (Sign("("))
        {
            var inner = Or();
            Need(")");
            return inner;
        }

        if (Sign("#"))
            return _values[int.Parse(Run(char.IsAsciiDigit), System.Globalization.CultureInfo.InvariantCulture) - 1];
        if (Sign("\""))
        {
            var text = Run(c => c != '"');
            Need("\"");
            return text;
        }

        if (char.IsAsciiDigit(_text[_at]))
        {
            var (whole, decimals) = (Run(char.IsAsciiDigit), Sign(".") ? Run(char.IsAsciiDigit) : "");
            return new Fraction(BigInteger.Parse(whole + decimals, System.Globalization.CultureInfo.InvariantCulture), BigInteger.Pow(10, decimals.Length));
        }

        var name = Run(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (char.IsAsciiLetterUpper(name[0]))
            return Answer(name);
        if (name is "true" or "false")
            return name == "true";
        Need("(");
        var value = Function(name);
        Need(")");
        return value;
    }

    private object? Function(string name)
    {
        switch (name)
        {
            case "count":
                return new Fraction(Json(Code()) is JsonArray items ? items.Count : 0, 1);
            case "answered":
                return Input(Code()).Answered;
            case "previous":
                return Input($"previous({Code()})") is { ValueJson: { } known } ? Parse(known) : null;
            case "has":
                var ticked = Json(Code()) as JsonArray;
                Need(",");
                Need("\"");
                var option = Run(c => c != '"');
                Need("\"");
                return ticked is not null && ticked.Any(item => (string)item! == option);
            case "abs":
                return Both(Or(), new Fraction(1, 1), (a, b) => a.CompareTo(new Fraction(0, 1)) < 0 ? new Fraction(0, 1) - a : a);
            case "min" or "max":
                var left = Or();
                Need(",");
                return Both(left, Or(), (a, b) => a.CompareTo(b) < 0 == (name == "min") ? a : b);
            case "points":
                return Or() ?? new Fraction(0, 1);
            case "first":
                object? result = null;
                var found = false;
                while (true)
                {
                    var item = Or();
                    if (!Sign(","))
                        return found ? result : item;
                    var given = Or();
                    if (!found && (bool)item!)
                        (found, result) = (true, given);
                    Need(",");
                }

            default:
                throw new InvalidOperationException($"{name} in {_text}");
        }
    }

    private object? Answer(string code)
    {
        var input = Input(code);
        if (input.ValueJson is { } json)
            return json[0] == '"' ? (string)JsonNode.Parse(json)! : json is "true" or "false" ? json == "true" : Parse(json);

        return typeOf(code) switch
        {
            QuestionType.Choice => new Nothing(),
            QuestionType.YesNo => false,
            _ => new Fraction(0, 1),
        };
    }

    private CalculationInput Input(string code) => calculation.Inputs.Single(input => input.Code == code);

    private JsonNode? Json(string code) => Input(code).ValueJson is { } json ? JsonNode.Parse(json) : null;

    private string Code()
    {
        Skip();
        return Run(c => char.IsAsciiLetterOrDigit(c) || c == '_');
    }

    private static Fraction Parse(string decimals)
    {
        var point = decimals.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : decimals.Length - point - 1;
        return new Fraction(
            BigInteger.Parse(decimals.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), BigInteger.Pow(10, places));
    }

    private static object? Both(object? left, object? right, Func<Fraction, Fraction, Fraction?> work) =>
        left is Fraction a && right is Fraction b ? work(a, b) : null;

    private void Skip()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }

    private bool Sign(string sign)
    {
        Skip();
        if (!_text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
            return false;
        _at += sign.Length;
        return true;
    }

    private bool Word(string word)
    {
        Skip();
        var rest = _text.AsSpan(_at);
        if (!rest.StartsWith(word, StringComparison.Ordinal) || (rest.Length > word.Length && char.IsAsciiLetterOrDigit(rest[word.Length])))
            return false;
        _at += word.Length;
        return true;
    }

    private void Need(string sign) => Assert.True(Sign(sign), $"{sign} expected at {_at} of {_text}");

    private string Run(Func<char, bool> fits)
    {
        var start = _at;
        while (_at < _text.Length && fits(_text[_at]))
            _at++;
        return _text[start.._at];
    }

    private sealed record Nothing;

    /// <summary>A fraction, reduced only when asked for its parts.</summary>
    private sealed record Fraction(BigInteger N, BigInteger D) : IComparable<Fraction>
    {
        public bool IsZero => N.IsZero;

        public (BigInteger N, BigInteger D) Parts
        {
            get
            {
                var divisor = BigInteger.GreatestCommonDivisor(N, D) * (D.Sign < 0 ? -1 : 1);
                return (N / divisor, D / divisor);
            }
        }

        public int CompareTo(Fraction? other) => (this - other!).Parts.N.Sign;

        public static Fraction operator +(Fraction a, Fraction b) => new((a.N * b.D) + (b.N * a.D), a.D * b.D);

        public static Fraction operator -(Fraction a, Fraction b) => new((a.N * b.D) - (b.N * a.D), a.D * b.D);

        public static Fraction operator *(Fraction a, Fraction b) => new(a.N * b.N, a.D * b.D);

        public static Fraction operator /(Fraction a, Fraction b) => new(a.N * b.D, a.D * b.N);
    }
}
