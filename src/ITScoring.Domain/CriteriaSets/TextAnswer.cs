using System.Text;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Answer to a <c>text</c> question, never empty.</summary>
public sealed record TextAnswer(string Value) : AnswerValue
{
    internal override void Write(StringBuilder json) => WriteString(json, Value);
}
