using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications;

/// <summary>
/// JSON in one form only: UTF-8, no spaces, keys in ordinal order, arrays as they are, numbers in shortest plain decimal, strings with only
/// mandatory escapes. Equal values have equal bytes, so a hash over them means something.
/// </summary>
public static class CanonicalJson
{
    /// <exception cref="FormatException">A number has more than <see cref="Rational.MaxDigits"/> digits.</exception>
    public static string Of(JsonElement value)
    {
        var json = new StringBuilder();
        Write(json, value);
        return json.ToString();
    }

    /// <exception cref="JsonException">The text is not JSON, or an object has a key twice.</exception>
    /// <exception cref="FormatException">A number has more than <see cref="Rational.MaxDigits"/> digits.</exception>
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        return Of(document.RootElement);
    }

    /// <summary>Lower-case hexadecimal SHA-256 of the text's UTF-8 bytes.</summary>
    public static string Sha256(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    private static void Write(StringBuilder json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.Append('{');
                var first = true;
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    if (!first)
                        json.Append(',');
                    first = false;
                    AnswerValue.WriteString(json, member.Name);
                    json.Append(':');
                    Write(json, member.Value);
                }

                json.Append('}');
                break;
            case JsonValueKind.Array:
                json.Append('[');
                var n = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (n++ > 0)
                        json.Append(',');
                    Write(json, item);
                }

                json.Append(']');
                break;
            case JsonValueKind.String:
                AnswerValue.WriteString(json, value.GetString()!);
                break;
            case JsonValueKind.Number:
                json.Append(Rational.Parse(value.GetRawText()).ToDecimalString());
                break;
            default:
                json.Append(value.GetRawText());
                break;
        }
    }
}
