using System.Text.Json;

namespace ITScoring.Web.Commands.Sbom;

/// <summary>One part of the program.</summary>
/// <param name="Type"><c>library</c> or <c>file</c>.</param>
/// <param name="Purl">Where it comes from.</param>
/// <param name="Licence">SPDX identifier or expression; null: not stated in these words.</param>
/// <param name="File">Name of a vendored file; null: the whole package.</param>
internal sealed record BillComponent(string Type, string Name, string Version, string Purl, string? Licence, (string Algorithm, string Value)? Hash, string? File)
{
    /// <summary>Its own in the whole bill.</summary>
    public string Reference => File is null ? Purl : $"{Purl}#{File}";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", Type);
        json.WriteString("bom-ref", Reference);
        json.WriteString("name", File is null ? Name : $"{Name}/{File}");
        json.WriteString("version", Version);
        if (Hash is { } hash)
        {
            json.WriteStartArray("hashes");
            json.WriteStartObject();
            json.WriteString("alg", hash.Algorithm);
            json.WriteString("content", hash.Value);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (Licence is not null)
        {
            json.WriteStartArray("licenses");
            json.WriteStartObject();
            if (Licence.Contains(' '))
            {
                json.WriteString("expression", Licence);
            }
            else
            {
                json.WriteStartObject("license");
                json.WriteString("id", Licence);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteString("purl", Purl);
        json.WriteEndObject();
    }
}
