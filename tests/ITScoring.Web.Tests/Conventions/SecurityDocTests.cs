using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Conventions;

/// <summary>docs/security.md: what it names as proof is there.</summary>
public sealed partial class SecurityDocTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SourceFolder.Root, "docs", "security.md"));

    [Fact]
    public void Every_test_and_file_that_it_names_is_there()
    {
        var tests = TestName().Matches(Text).Select(m => m.Groups[1].Value).Distinct().ToList();
        var files = FileName().Matches(Text).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(tests.Count > 20 && files.Count > 10, $"Only {tests.Count} tests and {files.Count} files are named.");
        var known = SourceFolder.Files(Path.Combine(SourceFolder.Root, "tests"), "*Tests.cs").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var missing = tests.Where(t => !known.Contains(t))
            .Concat(files.Where(f => !Places(f).Any(File.Exists)))
            .ToList();
        Assert.True(missing.Count == 0, $"docs/security.md names what there is not:\n- {string.Join("\n- ", missing)}");
    }

    [Fact]
    public void Every_row_says_how_it_stands_and_each_chapter_is_there()
    {
        var rows = Row().Matches(Text).Select(m => m.Groups[1].Value).ToList();
        Assert.True(rows.Count > 100, $"Only {rows.Count} rows were found.");
        Assert.All(rows, state => Assert.Contains(state, (string[])["yes", "part", "n/a", "open", "site"]));
        Assert.All(Enumerable.Range(1, 14), n => Assert.Contains($"## V{n} ", Text));
    }

    /// <summary>From the root, below the site, or beside the projects without their common name.</summary>
    private static IEnumerable<string> Places(string file) =>
        [Path.Combine(SourceFolder.Root, file), Path.Combine(SourceFolder.Web, file), Path.Combine(SourceFolder.Web, "Security", file), Path.Combine(SourceFolder.Root, "src", $"ITScoring.{file}")];

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"`([\w./@\-]+\.(?:cs|md|service|conf|sh))`")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+[^|]*\|[^|]*\| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
