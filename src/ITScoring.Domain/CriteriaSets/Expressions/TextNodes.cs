using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>Gives a text, or null, which equals nothing, for an unanswered choice.</summary>
internal abstract class TextNode : Node
{
    public sealed override ExpressionType Type => ExpressionType.Text;

    public abstract string? Text(Facts facts);

    protected sealed override Traced Work(Facts facts) => throw new InvalidOperationException("Texts are not traced.");
}

internal sealed class TextLiteral(string text) : TextNode
{
    public string Literal => text;

    /// <summary>The option that it stands for, when it is compared with a choice.</summary>
    public QuestionOption? Option { get; set; }

    public override string? Text(Facts facts) => text;

    public override string Leaf(bool inWords) => !inWords ? $"\"{text}\"" : Option is null ? $"“{text}”" : $"“{Option.Text}” ({text})";

    public override string Shown(Facts facts) => Leaf(inWords: true);
}

internal sealed class ChoiceName(QuestionName question) : TextNode
{
    public QuestionName Question => question;

    public override string? Text(Facts facts) => facts.Choice(question.Index);

    public override string Leaf(bool inWords) => question.Code;

    public override string Shown(Facts facts) =>
        Text(facts) is not { } code ? "chưa trả lời" : question.FindOption(code) is { } option ? $"“{option.Text}” ({code})" : $"“{code}”";
}
