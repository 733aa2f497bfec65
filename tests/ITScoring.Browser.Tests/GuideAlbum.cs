using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>The pictures of a guide, and the words of the pages from which they were taken.</summary>
/// <param name="folder">Where the pictures are written; null: they are taken and thrown away.</param>
public sealed partial class GuideAlbum(string? folder)
{
    private const int Margin = 8;

    /// <summary>Everything that a page says, also what its scripts show only when it is needed.</summary>
    private const string Words = """
        () => [document.body.textContent, ...[...document.querySelectorAll('template')].map(t => t.content.textContent)].join(' ')
        """;

    private readonly StringBuilder _words = new(" ");

    /// <summary>File names of the pictures taken.</summary>
    public SortedSet<string> Pictures { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes down what the visitor's page says.</summary>
    public async Task<Visitor> ReadAsync(Visitor visitor)
    {
        _words.Append(Plain(await visitor.Page.EvaluateAsync<string>(Words))).Append(' ');
        return visitor;
    }

    /// <summary>Takes a picture of parts of a page and of what lies between them; of no part: of the window as it stands.</summary>
    public async Task TakeAsync(Visitor visitor, string name, params string[] parts)
    {
        await ReadAsync(visitor);
        var page = visitor.Page;
        var size = page.ViewportSize!;
        // As high as the page: nothing that sticks to the window's edge lies over it.
        if (parts.Length > 0)
            await page.SetViewportSizeAsync(size.Width, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
        await page.EvaluateAsync("document.fonts.ready");
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled, Clip = parts.Length > 0 ? await AroundAsync(page, parts) : null });
        await page.SetViewportSizeAsync(size.Width, size.Height);
        Assert.True(Pictures.Add(name + ".png"), $"Two pictures are called {name}.");
        if (folder is not null)
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".png"), picture);
    }

    /// <summary>Whether a page said this.</summary>
    public bool Says(string text) => _words.ToString().Contains(Plain(text), StringComparison.Ordinal);

    private static async Task<Clip> AroundAsync(IPage page, string[] parts)
    {
        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, 0f, 0f);
        foreach (var part in parts)
        {
            var box = await page.Locator(part).First.BoundingBoxAsync() ?? throw new InvalidOperationException($"{part} is not seen on {page.Url}.");
            (left, top) = (Math.Min(left, box.X - Margin), Math.Min(top, box.Y - Margin));
            (right, bottom) = (Math.Max(right, box.X + box.Width + Margin), Math.Max(bottom, box.Y + box.Height + Margin));
        }

        (left, top, right) = (Math.Max(left, 0), Math.Max(top, 0), Math.Min(right, page.ViewportSize!.Width));
        return new Clip { X = left, Y = top, Width = right - left, Height = bottom - top };
    }

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
