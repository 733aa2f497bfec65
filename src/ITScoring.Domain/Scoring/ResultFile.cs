using System.Text.Encodings.Web;
using System.Text.Json;

namespace ITScoring.Domain.Scoring;

/// <summary>Writes and reads results as JSON (section 7 of the format).</summary>
public static class ResultFile
{
    public const string Format = "itscoring/result/1";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>UTF-8, indented, the same bytes for the same result.</summary>
    public static byte[] Write(CohortResult result) => Write(StatedResult.Of(result));

    /// <inheritdoc cref="Write(CohortResult)"/>
    public static byte[] Write(StatedResult result) => [.. JsonSerializer.SerializeToUtf8Bytes(result, Options), (byte)'\n'];

    /// <exception cref="JsonException">The bytes are not a result file.</exception>
    public static StatedResult Read(ReadOnlySpan<byte> utf8)
    {
        var result = JsonSerializer.Deserialize<StatedResult>(utf8, Options);
        return result is { Format: Format } && result.Agencies.All(a => a is not null && a.Groups.All(g => g is not null) && a.Criteria.All(c => c is not null))
            ? result
            : throw new JsonException($"The text is not of format {Format}.");
    }
}
