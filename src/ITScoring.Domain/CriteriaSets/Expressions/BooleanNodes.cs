using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>Gives true or false, never undefined. All parts are always worked out, so that what is undefined is met.</summary>
internal abstract class BooleanNode : Node
{
    public sealed override ExpressionType Type => ExpressionType.Boolean;

    public bool Holds(Facts facts)
    {
        var holds = Decide(facts);
        if (Slot >= 0)
            Keep(facts, Traced.Of(holds));
        return holds;
    }

    /// <summary>Its contrary in Vietnamese, where that reads better than "không phải (…)".</summary>
    public virtual string? Contrary => null;

    public override string StepWords(IReadOnlyList<string> values) => $"Xét điều kiện “{Words()}”, thay giá trị: {Join(values, inWords: true)}";

    protected abstract bool Decide(Facts facts);

    protected sealed override Traced Work(Facts facts) => Traced.Of(Decide(facts));
}

internal sealed class BooleanLiteral(bool value) : BooleanNode
{
    public override string Leaf(bool inWords) => inWords ? (value ? "đúng" : "sai") : value ? "true" : "false";

    protected override bool Decide(Facts facts) => value;
}

internal sealed class YesNoName(QuestionName question) : BooleanNode
{
    public override string? Contrary => $"{question.Code} không trả lời “Có”";

    public override string Leaf(bool inWords) => inWords ? $"{question.Code} trả lời “Có”" : question.Code;

    protected override bool Decide(Facts facts) => facts.YesNo(question.Index);
}

internal sealed class IsAnswered(QuestionName question) : BooleanNode
{
    public override string? Contrary => $"{question.Code} chưa được trả lời";

    public override string Leaf(bool inWords) => inWords ? $"{question.Code} đã được trả lời" : $"answered({question.Code})";

    protected override bool Decide(Facts facts) => facts.IsAnswered(question.Index);
}

internal sealed class HasOption(QuestionName question, string option) : BooleanNode
{
    public override string? Contrary => $"{question.Code} không chọn “{question.FindOption(option)?.Text}” ({option})";

    public override string Leaf(bool inWords) => inWords
        ? $"{question.Code} có chọn “{question.FindOption(option)?.Text}” ({option})"
        : $"has({question.Code}, \"{option}\")";

    protected override bool Decide(Facts facts) => facts.Ticked(question.Index).Contains(option);
}

internal sealed class Not(BooleanNode operand) : BooleanNode
{
    public override IReadOnlyList<Node> Operands { get; } = [operand];

    public override int Binding => 2;

    public override string Words() => operand.Contrary ?? $"không phải ({operand.Words()})";

    public override string StepWords(IReadOnlyList<string> values) =>
        operand.Contrary is { } contrary ? $"Xét điều kiện “{contrary}”" : base.StepWords(values);

    public override string Join(IReadOnlyList<string> operands, bool inWords) => inWords ? $"không phải {operands[0]}" : $"not {operands[0]}";

    protected override bool Decide(Facts facts) => !operand.Holds(facts);
}

internal sealed class Both(bool either, BooleanNode left, BooleanNode right) : BooleanNode
{
    public override IReadOnlyList<Node> Operands { get; } = [left, right];

    public override int Binding => either ? 0 : 1;

    public override string Join(IReadOnlyList<string> operands, bool inWords) =>
        $"{operands[0]} {(inWords ? (either ? "hoặc" : "và") : either ? "or" : "and")} {operands[1]}";

    protected override bool Decide(Facts facts)
    {
        var (a, b) = (left.Holds(facts), right.Holds(facts));
        return either ? a || b : a && b;
    }
}

internal sealed class NumberComparison(string sign, NumberNode left, NumberNode right) : BooleanNode
{
    public override IReadOnlyList<Node> Operands { get; } = [left, right];

    public override int Binding => 3;

    public override string Join(IReadOnlyList<string> operands, bool inWords) =>
        $"{operands[0]} {(inWords ? sign switch { "!=" => "≠", "<=" => "≤", ">=" => "≥", _ => sign } : sign)} {operands[1]}";

    protected override bool Decide(Facts facts)
    {
        if (!(left.TryNumber(facts, out var a) & right.TryNumber(facts, out var b)))
            return false;
        return sign switch
        {
            "=" => a == b,
            "!=" => a != b,
            "<" => a < b,
            "<=" => a <= b,
            ">" => a > b,
            _ => a >= b,
        };
    }
}

internal sealed class BooleanEquality(bool equal, BooleanNode left, BooleanNode right) : BooleanNode
{
    public override IReadOnlyList<Node> Operands { get; } = [left, right];

    public override int Binding => 3;

    public override string Join(IReadOnlyList<string> operands, bool inWords) => inWords
        ? $"[{operands[0]}] {(equal ? "cùng đúng sai với" : "trái đúng sai với")} [{operands[1]}]"
        : $"{operands[0]} {(equal ? "=" : "!=")} {operands[1]}";

    protected override bool Decide(Facts facts) => left.Holds(facts) == right.Holds(facts) == equal;
}

internal sealed class TextEquality(bool equal, TextNode left, TextNode right) : BooleanNode
{
    public override IReadOnlyList<Node> Operands { get; } = [left, right];

    public override int Binding => 3;

    public override string Join(IReadOnlyList<string> operands, bool inWords) => inWords
        ? $"{operands[0]} {(equal ? "là" : "không là")} {operands[1]}"
        : $"{operands[0]} {(equal ? "=" : "!=")} {operands[1]}";

    // Null equals nothing, not even another null.
    protected override bool Decide(Facts facts)
    {
        var (a, b) = (left.Text(facts), right.Text(facts));
        return (a is not null && b is not null && a == b) == equal;
    }
}
