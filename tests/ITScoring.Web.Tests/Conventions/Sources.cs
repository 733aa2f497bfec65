using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Conventions;

/// <summary>Reads the sources for the tests that hold them to the house's rules.</summary>
internal static class Sources
{
    public static string Src { get; } = Path.Combine(SourceFolder.Root, "src");

    public static string Features { get; } = Path.Combine(SourceFolder.Web, "Features");

    /// <summary>As one says it: with slashes, from the repository's root.</summary>
    public static string Name(string file) => Path.GetRelativePath(SourceFolder.Root, file).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Files of a folder; at least as many as are known to be there, so that no test is content with looking at nothing.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern, int atLeast)
    {
        var files = SourceFolder.Files(folder, pattern).Order(StringComparer.Ordinal).ToList();
        Assert.True(files.Count >= atLeast, $"Only {files.Count} files {pattern} were found below {folder}; at least {atLeast} are expected. Has the folder moved? Then mend this test.");
        return files;
    }

    /// <summary>Fails when a line of one of the files has the pattern, and says which and what to do.</summary>
    public static void Have(IEnumerable<string> files, Regex pattern, string what)
    {
        var found = files.SelectMany(f => File.ReadLines(f).Select((line, i) => (f, Number: i + 1, line)))
            .Where(l => pattern.IsMatch(l.line)).Select(l => $"{Name(l.f)}:{l.Number}: {l.line.Trim()}").ToList();
        Assert.True(found.Count == 0, $"{what}\n- {string.Join("\n- ", found)}");
    }
}
