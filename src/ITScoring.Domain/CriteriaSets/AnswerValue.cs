using System.Globalization;
using System.Text;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>An answer to a question; "unanswered" is the absence of one. Equal by value.</summary>
public abstract record AnswerValue
{
    /// <summary>Canonical JSON: no spaces, keys in ordinal order, numbers in shortest plain decimal, only mandatory escapes.</summary>
    public string ToJson()
    {
        var json = new StringBuilder();
        Write(json);
        return json.ToString();
    }

    internal abstract void Write(StringBuilder json);

    internal static void WriteString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }
}
