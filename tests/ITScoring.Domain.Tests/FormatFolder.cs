namespace ITScoring.Domain.Tests;

/// <summary>The files of docs/format, found from wherever the tests run.</summary>
internal static class FormatFolder
{
    public static string Root { get; } = Find();

    public static string Vectors => Path.Combine(Root, "vectors");

    public static byte[] Read(params string[] path) => File.ReadAllBytes(Path.Combine([Root, .. path]));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var format = Path.Combine(folder.FullName, "docs", "format");
            if (Directory.Exists(format))
                return format;
        }

        throw new DirectoryNotFoundException("docs/format is not above the test's folder: run the tests inside the repository.");
    }
}
