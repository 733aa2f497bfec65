using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Auditing;

/// <summary>An audit row in one form only (docs/format/audit-seal.md): canonical JSON of all its columns, so that a hash over it notices any change.</summary>
public static class AuditRowText
{
    /// <summary>Bytes of a digest.</summary>
    public const int DigestBytes = SHA256.HashSizeInBytes;

    public static string Of(AuditEntry row)
    {
        var json = new StringBuilder("{");
        Add("action", row.Action);
        AddNumber("actor", row.ActorId);
        AddNumber("agency", row.AgencyId);
        Add("at", Time(row.At));
        Add("from", row.From);
        AddNumber("id", row.Id);
        AddNumber("period", row.PeriodId);
        Add("reason", row.Reason);
        Add("request", row.RequestId);
        Add("role", row.ActorRole?.ToString());
        Add("subject", row.Subject);
        Add("to", row.To);
        return json.Append('}').ToString();

        void Name(string name)
        {
            json.Append(json.Length > 1 ? "," : "");
            AnswerValue.WriteString(json, name);
            json.Append(':');
        }

        void Add(string name, string? text)
        {
            Name(name);
            if (text is null)
                json.Append("null");
            else
                AnswerValue.WriteString(json, text);
        }

        void AddNumber(string name, long? number)
        {
            Name(name);
            json.Append(number is { } n ? n.ToString(CultureInfo.InvariantCulture) : "null");
        }
    }

    /// <summary>SHA-256 of the row's text in UTF-8.</summary>
    public static byte[] Digest(AuditEntry row) => SHA256.HashData(Encoding.UTF8.GetBytes(Of(row)));

    /// <summary>UTC with all seven decimals that both databases keep.</summary>
    internal static string Time(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
