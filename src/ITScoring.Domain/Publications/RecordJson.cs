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
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(PublicRecord record) => CanonicalJson.Of(JsonSerializer.SerializeToElement(record, Options));

    public static string Write(InternalRecord record) => CanonicalJson.Of(JsonSerializer.SerializeToElement(record, Options));

    /// <exception cref="JsonException">The text is not a public record.</exception>
    public static PublicRecord ReadPublic(string json) => JsonSerializer.Deserialize<PublicRecord>(json, Options) ?? throw new JsonException("The record is empty.");

    /// <exception cref="JsonException">The text is not an internal record.</exception>
    public static InternalRecord ReadInternal(string json) => JsonSerializer.Deserialize<InternalRecord>(json, Options) ?? throw new JsonException("The record is empty.");
}
