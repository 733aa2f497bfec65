using System.Text;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Answer to a <c>rows</c> question, in the order entered; empty says "none".</summary>
public sealed record RowsAnswer(IReadOnlyList<AnswerRow> Rows) : AnswerValue
{
    public bool Equals(RowsAnswer? other) => other is not null && Rows.SequenceEqual(other.Rows);

    public override int GetHashCode() => Rows.Aggregate(Rows.Count, HashCode.Combine);

    internal override void Write(StringBuilder json)
    {
        json.Append('[');
        for (var i = 0; i < Rows.Count; i++)
        {
            json.Append(i > 0 ? ",{" : "{");
            var first = true;
            foreach (var (column, cell) in Rows[i].Cells.OrderBy(cell => cell.Key, StringComparer.Ordinal))
            {
                if (!first)
                    json.Append(',');
                first = false;
                WriteString(json, column);
                json.Append(':');
                cell.Write(json);
            }

            json.Append('}');
        }

        json.Append(']');
    }
}
