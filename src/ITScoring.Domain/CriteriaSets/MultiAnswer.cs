using System.Text;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Answer to a <c>multi</c> question: the codes of the ticked options, in the order of the question; empty says "none of them".</summary>
public sealed record MultiAnswer(IReadOnlyList<string> Options) : AnswerValue
{
    public bool Equals(MultiAnswer? other) => other is not null && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => Options.Aggregate(Options.Count, HashCode.Combine);

    internal override void Write(StringBuilder json)
    {
        json.Append('[');
        for (var i = 0; i < Options.Count; i++)
        {
            if (i > 0)
                json.Append(',');
            WriteString(json, Options[i]);
        }

        json.Append(']');
    }
}
