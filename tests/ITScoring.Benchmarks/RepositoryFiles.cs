namespace ITScoring.Benchmarks;

/// <summary>The repository that this was built in.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Find();

    /// <summary>Where measurements are written; not under version control.</summary>
    public static string Artifacts => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "benchmarks")).FullName;

    public static byte[] Read(params string[] path) => File.ReadAllBytes(Path.Combine([Root, .. path]));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ITScoring.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("ITScoring.sln is not above the program's folder: run the benchmarks inside the repository.");
    }
}
