using System.Text.Json;
using System.Text.Json.Serialization;

namespace ITScoring.Domain.Publications.Packages;

/// <summary>What a package holds (docs/format/result-package.md).</summary>
/// <param name="Kind"><c>public</c> or <c>full</c>.</param>
/// <param name="Notice">What must be said wherever the figures show, e.g. that they are invented.</param>
/// <param name="RecordSha256">Hash of the record that was approved and published.</param>
public sealed record PackageManifest(
    string Format, string Kind, string? Notice, PackageEngine Engine, PackagePeriod Period, PackagePublication Publication, string RecordSha256, IReadOnlyList<PackageFile> Files)
{
    public const string FormatName = "itscoring/package/1";
    public const string FileName = "manifest.json";
    public const string SignatureName = "manifest.p7s";
    public const string CriteriaSetName = "criteria-set.json";
    public const string CohortName = "cohort.json";
    public const string ResultName = "result.json";
    public const string RecordName = "record.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The end of the audit log's chain when the package was made; null: nothing was sealed then, or the package is older than the chain.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PackageAuditHead? AuditHead { get; init; }

    /// <summary>UTF-8, indented, the same bytes for the same manifest.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    /// <exception cref="JsonException">The bytes are not a manifest of a version that is known here.</exception>
    public static PackageManifest Read(ReadOnlySpan<byte> utf8)
    {
        var manifest = JsonSerializer.Deserialize<PackageManifest>(utf8, Options);
        return manifest is { Format: FormatName } && manifest.Files.All(f => f is not null) ? manifest : throw new JsonException($"The text is not of format {FormatName}.");
    }
}
