using System.Text.Json;
using System.Text.Json.Serialization;

namespace ITScoring.Domain.Files;

/// <summary>What the check of a file's digital signatures found, in the order in which they were put.</summary>
public sealed record SignatureReport(IReadOnlyList<FileSignature> Signatures)
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static SignatureReport None { get; } = new([]);

    /// <summary>
    /// The file as a whole. One wrong signature spoils it. What was added after one signature is covered when a later one, for instance the
    /// organisation's after the leader's, is right for every byte of the file.
    /// </summary>
    public SignatureState State =>
        Signatures.Count == 0 ? SignatureState.None
        : Has(SignatureState.Altered) ? SignatureState.Altered
        : Has(SignatureState.Unreadable) ? SignatureState.Unreadable
        : Has(SignatureState.Intact) ? SignatureState.Intact
        : SignatureState.AddedTo;

    public static SignatureReport Unreadable(string problem) => new([new FileSignature(SignatureState.Unreadable, problem)]);

    public string ToJson() => JsonSerializer.Serialize(Signatures, Format);

    /// <exception cref="JsonException">The text was not written by <see cref="ToJson"/>.</exception>
    public static SignatureReport Read(string json) => new(JsonSerializer.Deserialize<IReadOnlyList<FileSignature>>(json, Format) ?? throw new JsonException("No signatures."));

    private bool Has(SignatureState state) => Signatures.Any(s => s.State == state);
}
