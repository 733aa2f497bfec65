using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>Gives a number, or nothing: undefined.</summary>
internal abstract class NumberNode : Node
{
    public sealed override ExpressionType Type => ExpressionType.Number;

    /// <summary>False: undefined, and noted in the facts.</summary>
    public bool TryNumber(Facts facts, out Rational number)
    {
        var defined = TryWork(facts, out number);
        if (!defined)
            facts.MetUndefined = true;
        if (Slot >= 0)
            Keep(facts, defined ? Traced.Of(number) : Traced.Undefined);
        return defined;
    }

    protected abstract bool TryWork(Facts facts, out Rational number);

    protected sealed override Traced Work(Facts facts) => TryWork(facts, out var number) ? Traced.Of(number) : Traced.Undefined;
}

internal sealed class NumberLiteral(Rational value) : NumberNode
{
    public override string Leaf(bool inWords) => inWords ? VietnameseNumber.Of(value) : value.ToDecimalString();

    protected override bool TryWork(Facts facts, out Rational number)
    {
        number = value;
        return true;
    }
}

internal sealed class NumberName(QuestionName question) : NumberNode
{
    public override string Leaf(bool inWords) => question.Code;

    protected override bool TryWork(Facts facts, out Rational number)
    {
        number = facts.Number(question.Index);
        return true;
    }
}

internal sealed class PreviousNumber(QuestionName question) : NumberNode
{
    public string Question => question.Code;

    public override string Leaf(bool inWords) => inWords ? $"{question.Code} kỳ trước" : $"previous({question.Code})";

    public override string Shown(Facts facts) => facts.TryPrevious(question.Code, out var number) ? VietnameseNumber.Of(number) : "không có";

    protected override bool TryWork(Facts facts, out Rational number) => facts.TryPrevious(question.Code, out number);
}

internal sealed class CountOf(QuestionName question) : NumberNode
{
    public override string Leaf(bool inWords) => !inWords ? $"count({question.Code})"
        : question.Type == QuestionType.Rows ? $"số dòng ở {question.Code}" : $"số mục đã chọn ở {question.Code}";

    protected override bool TryWork(Facts facts, out Rational number)
    {
        number = facts.Count(question.Index);
        return true;
    }
}

internal sealed class Negation(NumberNode operand) : NumberNode
{
    public override IReadOnlyList<Node> Operands { get; } = [operand];

    public override int Binding => 6;

    public override string Join(IReadOnlyList<string> operands, bool inWords) => $"-{operands[0]}";

    protected override bool TryWork(Facts facts, out Rational number)
    {
        var defined = operand.TryNumber(facts, out number);
        number = -number;
        return defined;
    }
}

internal sealed class AbsoluteValue(NumberNode operand) : NumberNode
{
    public override IReadOnlyList<Node> Operands { get; } = [operand];

    public override string Join(IReadOnlyList<string> operands, bool inWords) =>
        inWords ? $"giá trị tuyệt đối của ({operands[0]})" : $"abs({operands[0]})";

    protected override bool TryWork(Facts facts, out Rational number)
    {
        var defined = operand.TryNumber(facts, out number);
        number = Rational.Abs(number);
        return defined;
    }
}

internal sealed class Extreme(bool greatest, NumberNode left, NumberNode right) : NumberNode
{
    public override IReadOnlyList<Node> Operands { get; } = [left, right];

    public override string Join(IReadOnlyList<string> operands, bool inWords) => inWords
        ? $"số {(greatest ? "lớn" : "nhỏ")} hơn trong hai số ({operands[0]}; {operands[1]})"
        : $"{(greatest ? "max" : "min")}({operands[0]}, {operands[1]})";

    protected override bool TryWork(Facts facts, out Rational number)
    {
        var defined = left.TryNumber(facts, out var a) & right.TryNumber(facts, out var b);
        number = !defined ? default : greatest ? Rational.Max(a, b) : Rational.Min(a, b);
        return defined;
    }
}

internal sealed class Arithmetic(char sign, NumberNode left, NumberNode right) : NumberNode
{
    public override IReadOnlyList<Node> Operands { get; } = [left, right];

    public override int Binding => sign is '+' or '-' ? 4 : 5;

    public override string Join(IReadOnlyList<string> operands, bool inWords) =>
        $"{operands[0]} {(inWords ? sign switch { '*' => "×", '/' => "÷", '-' => "−", _ => "+" } : sign)} {operands[1]}";

    protected override bool TryWork(Facts facts, out Rational number)
    {
        number = default;
        if (!(left.TryNumber(facts, out var a) & right.TryNumber(facts, out var b)) || (sign == '/' && b.IsZero))
            return false;
        number = sign switch { '+' => a + b, '-' => a - b, '*' => a * b, _ => a / b };
        return true;
    }
}
