using System.Text;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Answer to an <c>integer</c> or <c>decimal</c> question, exact.</summary>
public sealed record NumberAnswer(Rational Value) : AnswerValue
{
    internal override void Write(StringBuilder json) => json.Append(Value.ToDecimalString());
}
