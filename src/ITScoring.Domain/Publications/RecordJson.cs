using System.Text.Json;
using System.Text.Json.Serialization;

namespace ITScoring.Domain.Publications;

/// <summary>Writes and reads the two parts of a result record as canonical JSON.</summary>
public static class RecordJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(PublicRecord record) => CanonicalJson.Of(JsonSerializer.SerializeToElement(record, Options));

    public static string Write(InternalRecord record) => CanonicalJson.Of(JsonSerializer.SerializeToElement(record, Options));

    /// <exception cref="JsonException">The text is not a public record.</exception>
    public static PublicRecord ReadPublic(string json) => Read<PublicRecord>(json, record => record.Format, PublicRecord.FormatName);

    /// <exception cref="JsonException">The text is not an internal record.</exception>
    public static InternalRecord ReadInternal(string json) => Read<InternalRecord>(json, record => record.Format, InternalRecord.FormatName);

    private static T Read<T>(string json, Func<T, string> format, string expected)
        where T : class
    {
        var record = JsonSerializer.Deserialize<T>(json, Options);
        return record is not null && format(record) == expected ? record : throw new JsonException($"The text is not of format {expected}.");
    }
}
