using System.Text;
using System.Text.Json;

namespace ITScoring.Domain.Reviews;

/// <summary>The values of a judgement as one JSON object: question code → canonical JSON of the value.</summary>
internal static class JudgedValues
{
    public static string Write(IReadOnlyDictionary<string, string?> values)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var (code, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(code);
                json.WriteRawValue(value ?? "null");
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static IReadOnlyDictionary<string, string?> Read(string? json)
    {
        if (json is null)
            return new Dictionary<string, string?>();
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(v => v.Name, v => v.Value.ValueKind == JsonValueKind.Null ? null : v.Value.GetRawText());
    }
}
