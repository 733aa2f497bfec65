using System.Text;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Answer to a <c>choice</c> question: the code of the chosen option.</summary>
public sealed record ChoiceAnswer(string Option) : AnswerValue
{
    internal override void Write(StringBuilder json) => WriteString(json, Option);
}
