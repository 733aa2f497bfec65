using System.Text;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Answer to a <c>url</c> question, never empty; whether it is an address is a matter of submission.</summary>
public sealed record UrlAnswer(string Value) : AnswerValue
{
    internal override void Write(StringBuilder json) => WriteString(json, Value);
}
