namespace ITScoring.Web.Tests.Portal;

/// <summary>Where the sources stand, for tests that read them.</summary>
internal static class SourceFolder
{
    public static string Root { get; } = FindRoot();

    public static string Web { get; } = Path.Combine(Root, "src", "ITScoring.Web");

    /// <summary>Files below a folder of the sources, without what the build made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ITScoring.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("ITScoring.sln is not above the test's folder: run the tests inside the repository.");
    }
}
