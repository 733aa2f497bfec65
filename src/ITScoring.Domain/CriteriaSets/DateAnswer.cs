using System.Globalization;
using System.Text;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Answer to a <c>date</c> question.</summary>
public sealed record DateAnswer(DateOnly Value) : AnswerValue
{
    internal override void Write(StringBuilder json) =>
        WriteString(json, Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
