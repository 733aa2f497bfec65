using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Browser.Tests;

/// <summary>
/// A guide of <c>docs/huong-dan</c> and the album of the walk that tells it. The pictures lie in a folder of the guide's own name; with
/// <c>ITSCORING_GUIDE_PICTURES</c> set they are written to such a folder there.
/// </summary>
public sealed partial class Guide(string name)
{
    private static readonly string Folder = Path.Combine(SourceFolder.Root, "docs", "huong-dan");

    public GuideAlbum Album { get; } = new(Environment.GetEnvironmentVariable("ITSCORING_GUIDE_PICTURES") is { } folder ? Path.Combine(folder, name) : null);

    /// <summary>The guide shows the pictures of the album and no others, and what it prints in bold stands on a page of the walk word for word.</summary>
    /// <param name="notWalked">Views of a state in which the walk's periods do not stand: their words are looked up in the source.</param>
    public async Task AssertAsWalkedAsync(params string[] notWalked)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".md"));
        Assert.Equal(Album.Pictures.Select(p => $"hinh/{name}/{p}"), Pictures().Matches(text).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Equal(Album.Pictures, [.. Directory.EnumerateFiles(Path.Combine(Folder, "hinh", name)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]);
        var sources = string.Concat(notWalked.Select(v => File.ReadAllText(Path.Combine(SourceFolder.Web, "Features", v))));
        var unknown = Bold().Matches(text).Select(m => m.Groups[1].Value).Where(t => !Album.Says(t) && !sources.Contains(t, StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(unknown.Count == 0, $"No page says: {string.Join(" | ", unknown)}");
    }

    [GeneratedRegex(@"!\[[^\]]+\]\(([^)]+)\)")]
    private static partial Regex Pictures();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();
}
