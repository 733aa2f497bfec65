using System.Text;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Answer to a <c>yesNo</c> question.</summary>
public sealed record YesNoAnswer(bool Value) : AnswerValue
{
    internal override void Write(StringBuilder json) => json.Append(Value ? "true" : "false");
}
