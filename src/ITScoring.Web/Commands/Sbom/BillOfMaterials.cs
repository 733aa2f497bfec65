using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ITScoring.Web.Commands.Sbom;

/// <summary>
/// CycloneDX 1.6 (ECMA-424) of the program: NuGet packages as the build resolved them, with the hash of the package's file, and what is vendored (style sheets, fonts), with the hash of
/// each file. Licences as the packages themselves state them; a package that states none in a machine's words has none here.
/// </summary>
internal static class BillOfMaterials
{
    /// <param name="dependencies">The program's <c>.deps.json</c>.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static byte[] Write(byte[] dependencies, string version, DateTime now)
    {
        var components = Packages(dependencies).Concat(Vendored("vendored-web.json")).Concat(Vendored("vendored-fonts.json")).OrderBy(c => c.Reference, StringComparer.Ordinal).ToList();
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteString("serialNumber", $"urn:uuid:{SerialOf(components, version)}");
            json.WriteNumber("version", 1);
            json.WriteStartObject("metadata");
            json.WriteString("timestamp", now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartObject("component");
            json.WriteString("type", "application");
            json.WriteString("bom-ref", "ITScoring.Web");
            json.WriteString("name", "ITScoring.Web");
            json.WriteString("version", version);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("components");
            foreach (var component in components)
                component.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. text.ToArray(), (byte)'\n'];
    }

    private static IEnumerable<BillComponent> Packages(byte[] dependencies)
    {
        using var document = JsonDocument.Parse(dependencies);
        if (!document.RootElement.TryGetProperty("libraries", out var libraries))
            throw new JsonException("No libraries.");
        var licences = Licences();
        foreach (var library in libraries.EnumerateObject().Where(l => l.Value.GetProperty("type").GetString() == "package").ToList())
        {
            var (name, version) = (library.Name.Split('/')[0], library.Name.Split('/')[1]);
            var hash = library.Value.GetProperty("sha512").GetString() ?? "";
            yield return new BillComponent(
                "library", name, version, $"pkg:nuget/{Uri.EscapeDataString(name)}@{Uri.EscapeDataString(version)}", licences.GetValueOrDefault(name),
                hash.StartsWith("sha512-", StringComparison.Ordinal) ? ("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(hash["sha512-".Length..]))) : null, File: null);
        }
    }

    /// <summary>Vendored files: each is a component of its own, with its hash.</summary>
    private static IEnumerable<BillComponent> Vendored(string manifest)
    {
        using var document = JsonDocument.Parse(Resource(manifest));
        foreach (var file in document.RootElement.GetProperty("files").EnumerateArray().ToList())
        {
            var (package, version) = (file.GetProperty("package").GetString()!, file.GetProperty("version").GetString()!);
            yield return new BillComponent(
                "file", package, version, $"pkg:npm/{package.Replace("@", "%40", StringComparison.Ordinal)}@{version}", file.GetProperty("licence").GetString(),
                ("SHA-256", file.GetProperty("sha256").GetString()!), file.GetProperty("file").GetString());
        }
    }

    private static Dictionary<string, string> Licences() => JsonSerializer.Deserialize<Dictionary<string, string>>(Resource("licences.json"))!;

    private static byte[] Resource(string name)
    {
        using var stream = typeof(BillOfMaterials).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The same parts have the same number.</summary>
    private static Guid SerialOf(IEnumerable<BillComponent> components, string version)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{version}\n{string.Join('\n', components.Select(c => $"{c.Reference} {c.Hash?.Value}"))}"))[..16];
        // A name-based identifier (RFC 9562, version 8).
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x80), (byte)((hash[8] & 0x3F) | 0x80));
        return new Guid(hash, bigEndian: true);
    }
}
