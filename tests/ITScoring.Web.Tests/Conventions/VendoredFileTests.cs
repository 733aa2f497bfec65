using System.Security.Cryptography;
using System.Text.Json;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Conventions;

/// <summary>What comes from elsewhere is what it says it is: wwwroot/lib is re-hashed against its manifest.</summary>
public sealed class VendoredFileTests
{
    private static readonly string Lib = Path.Combine(SourceFolder.Web, "wwwroot", "lib");

    [Fact]
    public void Every_file_of_lib_is_in_the_manifest_with_its_hash_and_its_origin_and_every_entry_is_there()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Lib, "manifest.json")));
        var entries = manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(e => e.GetProperty("file").GetString()!);
        Assert.True(entries.Count >= 10, $"The manifest names only {entries.Count} files.");
        var files = Directory.EnumerateFiles(Lib, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Lib, f).Replace(Path.DirectorySeparatorChar, '/')).Where(f => f != "manifest.json").ToHashSet();

        var wrong = new List<string>();
        wrong.AddRange(files.Except(entries.Keys).Select(f => $"{f} is not in the manifest. Files of wwwroot/lib come from scripts/vendor.sh only: add it there, or put a file of our own under css, js or fonts."));
        wrong.AddRange(entries.Keys.Except(files).Select(f => $"{f} is in the manifest and not there. Run scripts/vendor.sh."));
        foreach (var (file, entry) in entries.Where(e => files.Contains(e.Key)))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Lib, file))));
            if (entry.GetProperty("sha256").GetString() != hash)
                wrong.Add($"{file} has the hash {hash}, the manifest another. It was edited, or line ends were changed: fetch it again with scripts/vendor.sh.");
            foreach (var origin in new[] { "package", "version", "licence" })
            {
                if (!entry.TryGetProperty(origin, out var said) || string.IsNullOrWhiteSpace(said.GetString()))
                    wrong.Add($"{file} does not say its {origin}. Let scripts/vendor.sh write the manifest.");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_script_that_fetches_them_names_every_package_and_version_of_the_manifest()
    {
        var script = File.ReadAllText(Path.Combine(SourceFolder.Root, "scripts", "vendor.sh"));
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Lib, "manifest.json")));
        var packages = manifest.RootElement.GetProperty("files").EnumerateArray().Select(e => $"{e.GetProperty("package").GetString()} {e.GetProperty("version").GetString()}").Distinct().ToList();
        Assert.NotEmpty(packages);
        var missing = packages.Where(p => !script.Contains($"take {p} ", StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, $"scripts/vendor.sh would not fetch these again; add them to it: {string.Join(", ", missing)}");
    }
}
