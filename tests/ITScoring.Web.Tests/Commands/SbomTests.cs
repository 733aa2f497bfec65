using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ITScoring.Web.Commands;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Commands;

/// <summary>The bill of materials against what it claims.</summary>
public sealed partial class SbomTests
{
    [Fact]
    public async Task It_names_every_package_and_vendored_file_once_with_a_hash_that_is_right()
    {
        var run = await CommandRun.OfAsync("sbom");
        Assert.True(run.ExitCode == 0, string.Join('\n', run.Errors));
        using var bill = JsonDocument.Parse(run.Output);
        var root = bill.RootElement;
        Assert.Equal(("CycloneDX", "1.6", 1), (root.GetProperty("bomFormat").GetString(), root.GetProperty("specVersion").GetString(), root.GetProperty("version").GetInt32()));
        Assert.Matches(Serial(), root.GetProperty("serialNumber").GetString());
        Assert.Equal("ITScoring.Web", root.GetProperty("metadata").GetProperty("component").GetProperty("name").GetString());
        var components = root.GetProperty("components").EnumerateArray().ToList();
        Assert.Equal(components.Count, components.Select(c => c.GetProperty("bom-ref").GetString()).Distinct().Count());

        // Packages: exactly those that the build resolved.
        using var dependencies = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(typeof(CommandLine).Assembly.Location, ".deps.json")));
        var packages = dependencies.RootElement.GetProperty("libraries").EnumerateObject().Where(l => l.Value.GetProperty("type").GetString() == "package").Select(l => l.Name).Order().ToList();
        Assert.True(packages.Count > 40);
        var libraries = components.Where(c => c.GetProperty("type").GetString() == "library").ToList();
        Assert.Equal(packages, libraries.Select(c => $"{c.GetProperty("name").GetString()}/{c.GetProperty("version").GetString()}").Order());
        Assert.All(libraries, c => Assert.Equal(128, Hash(c).Value.Length));
        var licensed = libraries.Count(c => c.TryGetProperty("licenses", out _));
        Assert.True(licensed >= libraries.Count - 2, $"{libraries.Count - licensed} packages have no licence: run scripts/licences.py after a build.");

        // Vendored files: hashed again here.
        var files = components.Where(c => c.GetProperty("type").GetString() == "file").ToList();
        Assert.Contains(files, c => c.GetProperty("name").GetString() == "bootstrap/bootstrap.min.css");
        Assert.Contains(files, c => c.GetProperty("name").GetString()!.EndsWith(".ttf", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var name = file.GetProperty("bom-ref").GetString()!.Split('#')[1];
            var path = new[] { Path.Combine(SourceFolder.Web, "wwwroot", "lib", name), Path.Combine(SourceFolder.Web, "Reports", "Fonts", name) }.Single(File.Exists);
            Assert.Equal(("SHA-256", Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path)))), Hash(file));
        }

        (string Algorithm, string Value) Hash(JsonElement component) =>
            (component.GetProperty("hashes")[0].GetProperty("alg").GetString()!, component.GetProperty("hashes")[0].GetProperty("content").GetString()!);
    }

    [GeneratedRegex("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Serial();
}
