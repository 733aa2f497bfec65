using System.Security.Cryptography;
using System.Text.Json;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Conventions;

/// <summary>What comes from elsewhere is what it says it is: the folders that scripts/vendor.sh fills are re-hashed against their manifests.</summary>
public sealed class VendoredFileTests
{
    public static readonly TheoryData<string, int> Folders = new() { { "wwwroot/lib", 10 }, { "Reports/Fonts", 4 } };

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_file_is_in_the_manifest_with_its_hash_and_its_origin_and_every_entry_is_there(string folder, int atLeast)
    {
        var path = Path.Combine(SourceFolder.Web, folder);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(path, "manifest.json")));
        var entries = manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(e => e.GetProperty("file").GetString()!);
        Assert.True(entries.Count >= atLeast, $"The manifest names only {entries.Count} files.");
        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(path, f).Replace(Path.DirectorySeparatorChar, '/')).Where(f => f != "manifest.json").ToHashSet();

        var wrong = new List<string>();
        wrong.AddRange(files.Except(entries.Keys).Select(f => $"{f} is not in the manifest. Files of {folder} come from scripts/vendor.sh only: add it there, or put a file of our own under css, js or fonts."));
        wrong.AddRange(entries.Keys.Except(files).Select(f => $"{f} is in the manifest and not there. Run scripts/vendor.sh."));
        foreach (var (file, entry) in entries.Where(e => files.Contains(e.Key)))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(path, file))));
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

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_script_that_fetches_them_names_every_package_and_version_of_the_manifest(string folder, int atLeast)
    {
        var script = File.ReadAllText(Path.Combine(SourceFolder.Root, "scripts", "vendor.sh"));
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceFolder.Web, folder, "manifest.json")));
        Assert.True(manifest.RootElement.GetProperty("files").GetArrayLength() >= atLeast);
        var packages = manifest.RootElement.GetProperty("files").EnumerateArray().Select(e => $"{e.GetProperty("package").GetString()} {e.GetProperty("version").GetString()}").Distinct().ToList();
        Assert.NotEmpty(packages);
        var missing = packages.Where(p => !script.Contains($"take {p} ", StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, $"scripts/vendor.sh would not fetch these again; add them to it: {string.Join(", ", missing)}");
    }
}
